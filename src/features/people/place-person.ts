import type { PlacedArea } from '../../domain/routing/area.js';
import { explainArea } from '../../domain/routing/describe-area.js';
import type { Person, PersonArea } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { AreaFinder, PeopleStore } from './ports.js';

export type Placing =
  | { readonly kind: 'placed'; readonly person: Person; readonly area: PersonArea }
  /** Two forces are possible, two places bear the name, or none does: `message` says what settles it. */
  | { readonly kind: 'ask'; readonly message: string; readonly suggestions: readonly string[] };

/** Places a person by postcode, council or constituency; asks again where that does not settle the force. */
export const placePerson =
  (people: PeopleStore, areas: AreaFinder) =>
  async (person: Person, input: string, at: Instant): Promise<Placing> => {
    const decision = await areas.find(input);
    if (decision.kind === 'placed') {
      const area = areaOf(decision);
      return { kind: 'placed', area, person: await people.change(person.id, { area }, at) };
    }
    const suggestions =
      decision.kind === 'unknown'
        ? decision.suggestions
        : decision.kind === 'ambiguous'
          ? decision.candidates.map(({ name }) => name)
          : [];
    return {
      kind: 'ask',
      message: explainArea(decision) ?? 'Please give your full postcode, your council or your constituency.',
      suggestions,
    };
  };

const KINDS = {
  postcode: 'postcode',
  district: 'postcode',
  council: 'council',
  county: 'council',
  constituency: 'constituency',
} as const;

/** What is kept of a place: never the full postcode, since its district decides no less once the force is known. */
function areaOf(place: PlacedArea): PersonArea {
  const kind = KINDS[place.areaKind];
  const name = kind === 'postcode' ? (place.name.split(' ')[0] ?? place.name) : place.name;
  return { kind, name, force: place.force, region: place.region };
}
