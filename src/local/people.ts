import type { Audience } from '../domain/shared/audience.js';
import { brand, type ForceId, type PersonId } from '../domain/shared/ids.js';
import type { Identity, Person, PersonArea, RoleGrant } from '../domain/shared/person.js';
import { REGIONS } from '../domain/shared/region.js';
import { teamFor } from '../domain/routing/team.js';
import type { TeamsPerson } from './connector/types.js';

/** The police service's own tenant, and another organisation's. Both are invented. */
export const HOME_TENANT = '7b0c6f7e-1d2a-4c55-9f10-2f6a5d9e0001';
export const OTHER_TENANT = '7b0c6f7e-1d2a-4c55-9f10-2f6a5d9e0002';

/** An invented person of the local mode: how Teams knows them, and what the desk knows of them beforehand. */
export interface SeededPerson {
  readonly key: string;
  /** One line under the name on the page. */
  readonly caption: string;
  readonly teams: TeamsPerson;
  /** Absent for the stranger, whom the desk has never met. */
  readonly known?: { readonly person: Person; readonly identities: readonly Identity[] };
}

interface Sketch {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly caption: string;
  readonly kind: TeamsPerson['kind'];
  readonly audience: Audience;
  readonly area?: PersonArea;
  readonly roles?: readonly RoleGrant[];
  readonly locale?: string;
  readonly unknown?: true;
}

const GMP = brand<ForceId>('greater-manchester');

const area = (name: string, kind: PersonArea['kind'] = 'council'): PersonArea => ({
  kind,
  name,
  force: GMP,
  region: 'north-west',
});

const SKETCHES: readonly Sketch[] = [
  {
    key: 'priya',
    name: 'Priya Nair',
    email: 'priya.nair@ctp-north-west.example',
    caption: 'Regional lead, North West',
    kind: 'member',
    audience: 'other',
    roles: [{ role: 'regional-lead', region: 'north-west' }],
  },
  {
    key: 'tom',
    name: 'Tom Ashworth',
    email: 'tom.ashworth@ctp-north-west.example',
    caption: 'Presenter, North West',
    kind: 'member',
    audience: 'other',
    roles: [{ role: 'presenter', region: 'north-west' }],
  },
  {
    key: 'sian',
    name: 'Siân Prydderch',
    email: 'sian.prydderch@ctp-wales.example',
    caption: 'Presenter, Wales',
    kind: 'member',
    audience: 'other',
    roles: [{ role: 'presenter', region: 'wales' }],
  },
  {
    key: 'maya',
    name: 'Cllr Maya Okafor',
    email: 'maya.okafor@councillors.test',
    caption: 'Councillor in Manchester, guest',
    kind: 'guest',
    audience: 'elected-official',
    area: area('Manchester'),
  },
  {
    key: 'yusuf',
    name: 'Imam Yusuf Rahmani',
    email: 'imam@moorside-mosque.test',
    caption: 'Faith leader in Oldham, guest',
    kind: 'guest',
    audience: 'faith-leader',
    area: area('Oldham'),
  },
  {
    key: 'ellie',
    name: 'Ellie Braithwaite',
    email: 'ellie.braithwaite@mp-office.test',
    caption: 'MP’s caseworker, another organisation',
    kind: 'external',
    audience: 'private-office',
    area: area('Rochdale', 'constituency'),
  },
  {
    key: 'daniel',
    name: 'Daniel Whitlock',
    email: 'daniel.whitlock@saddleworth.test',
    caption: 'Parish councillor, no Teams account',
    kind: 'anonymous',
    audience: 'parish-councillor',
    unknown: true,
  },
  {
    key: 'callum',
    name: 'Insp Callum Doyle',
    email: 'callum.doyle@gm-police.example',
    caption: 'Neighbourhood Inspector, Greater Manchester',
    kind: 'member',
    audience: 'other',
    roles: [{ role: 'local-team', force: GMP, team: teamFor(GMP, 'faith-leader') }],
  },
  {
    key: 'hannah',
    name: 'PC Hannah Sutcliffe',
    email: 'hannah.sutcliffe@gm-police.example',
    caption: 'Elected official adviser, Greater Manchester',
    kind: 'member',
    audience: 'other',
    roles: [{ role: 'local-team', force: GMP, team: teamFor(GMP, 'elected-official') }],
  },
  {
    key: 'ruth',
    name: 'Ruth Adeyemi',
    email: 'ruth.adeyemi@ctp-national.example',
    caption: 'National coordinator',
    kind: 'member',
    audience: 'other',
    roles: [{ role: 'coordinator' }],
  },
];

/** The leads of the ten other regions; North West has Priya Nair. */
const LEADS: Readonly<Partial<Record<(typeof REGIONS)[number]['id'], string>>> = {
  london: 'Amara Boateng',
  'north-east': 'Joanne Thirlwell',
  'south-east': 'Felix Hartnoll',
  'south-west': 'Morwenna Tregear',
  eastern: 'Wiktor Lewandowicz',
  'east-midlands': 'Anjali Rathod',
  'west-midlands': 'Harpreet Dhillard',
  wales: 'Rhodri Ellisgarth',
  scotland: 'Eilidh Macrannoch',
  'northern-ireland': 'Niamh Kilgarrow',
};

const leadSketches: readonly Sketch[] = REGIONS.flatMap((region): readonly Sketch[] => {
  const name = LEADS[region.id];
  if (!name) return [];
  return [
    {
      key: `lead-${region.id}`,
      name,
      email: `${name.toLowerCase().replace(/ /g, '.')}@ctp-${region.id}.example`,
      caption: `Regional lead, ${region.name}`,
      kind: 'member',
      audience: 'other',
      roles: [{ role: 'regional-lead', region: region.id }],
    },
  ];
});

/** Everyone on the page, and the leads of the other regions. All are invented; every address ends in .test or .example. */
export const SEEDED_PEOPLE: readonly SeededPerson[] = [...SKETCHES, ...leadSketches].map(seeded);

function seeded(sketch: Sketch, index: number): SeededPerson {
  const serial = String(index + 1).padStart(12, '0');
  const tenantId = sketch.kind === 'external' ? OTHER_TENANT : HOME_TENANT;
  const objectId = `5eed0000-0000-4000-8000-${serial}`;
  const teams: TeamsPerson = {
    key: sketch.key,
    name: sketch.name,
    email: sketch.email,
    kind: sketch.kind,
    mri: `29:1${sketch.key}-${serial}`,
    tenantId,
    locale: sketch.locale ?? 'en-GB',
    ...(sketch.kind === 'anonymous' ? {} : { objectId }),
  };
  const entry = { key: sketch.key, caption: sketch.caption, teams };
  if (sketch.unknown) return entry;
  return { ...entry, known: { person: personOf(sketch, serial), identities: identitiesOf(teams) } };
}

function personOf(sketch: Sketch, serial: string): Person {
  return {
    id: brand<PersonId>(`5eed1111-0000-4000-8000-${serial}`),
    name: sketch.name,
    email: sketch.email,
    audience: sketch.audience,
    language: 'en',
    ...(sketch.area ? { area: sketch.area } : {}),
    vetted: true,
    roles: sketch.roles ?? [],
  };
}

function identitiesOf(teams: TeamsPerson): readonly Identity[] {
  return [
    ...(teams.objectId ? [{ kind: 'entra', tenant: teams.tenantId, objectId: teams.objectId } as const] : []),
    { kind: 'channel', id: teams.mri },
    { kind: 'email', address: teams.email },
  ];
}

/** The seeded person of that key. */
export function seededPerson(key: string): SeededPerson {
  const found = SEEDED_PEOPLE.find((entry) => entry.key === key);
  if (!found) throw new RangeError(`no seeded person ${key}`);
  return found;
}
