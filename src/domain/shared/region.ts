import { brand, type ForceId } from './ids.js';

/** The three bank-holiday calendars of GOV.UK. */
export type HolidayNation = 'england-and-wales' | 'scotland' | 'northern-ireland';

export type RegionId =
  | 'london'
  | 'north-east'
  | 'north-west'
  | 'south-east'
  | 'south-west'
  | 'eastern'
  | 'east-midlands'
  | 'west-midlands'
  | 'wales'
  | 'scotland'
  | 'northern-ireland';

/** One of the 11 Counter Terrorism Policing regions. */
export interface Region {
  readonly id: RegionId;
  /** Two letters, the head of every briefing code. */
  readonly code: string;
  readonly name: string;
  readonly nation: HolidayNation;
  /** The territorial forces of the region; each of the 45 stands in exactly one region. */
  readonly forces: readonly ForceId[];
}

const region = (
  [id, code, name]: readonly [RegionId, string, string],
  nation: HolidayNation,
  forces: string,
): Region => ({
  id,
  code,
  name,
  nation,
  forces: forces.split(' ').map((force) => brand<ForceId>(force)),
});

const EW = 'england-and-wales';

/**
 * All 11 regions with their forces.
 * Source: the regional pages of counterterrorism.police.uk; membership of London, South West, East and West
 * Midlands is of medium confidence and is kept here as data, to be corrected in one place.
 */
export const REGIONS: readonly Region[] = [
  region(['london', 'LO', 'London'], EW, 'metropolitan city-of-london'),
  region(
    ['north-east', 'NE', 'North East'],
    EW,
    'cleveland durham humberside north-yorkshire northumbria south-yorkshire west-yorkshire',
  ),
  region(['north-west', 'NW', 'North West'], EW, 'cheshire cumbria greater-manchester lancashire merseyside'),
  region(['south-east', 'SE', 'South East'], EW, 'hampshire kent surrey sussex thames-valley'),
  region(
    ['south-west', 'SW', 'South West'],
    EW,
    'avon-and-somerset devon-and-cornwall dorset gloucestershire wiltshire',
  ),
  region(['eastern', 'EA', 'Eastern'], EW, 'bedfordshire cambridgeshire essex hertfordshire norfolk suffolk'),
  region(
    ['east-midlands', 'EM', 'East Midlands'],
    EW,
    'derbyshire leicestershire lincolnshire northamptonshire nottinghamshire',
  ),
  region(
    ['west-midlands', 'WM', 'West Midlands'],
    EW,
    'staffordshire warwickshire west-mercia west-midlands',
  ),
  region(['wales', 'WA', 'Wales'], EW, 'dyfed-powys gwent north-wales south-wales'),
  region(['scotland', 'SC', 'Scotland'], 'scotland', 'scotland'),
  region(['northern-ireland', 'NI', 'Northern Ireland'], 'northern-ireland', 'northern-ireland'),
];

/** The region of that id. */
export function regionById(id: RegionId): Region {
  const found = REGIONS.find((entry) => entry.id === id);
  if (!found) throw new RangeError(`no region ${id}`);
  return found;
}

/** The region that a force belongs to, or undefined for a force we do not know. */
export function regionOfForce(force: ForceId): Region | undefined {
  return REGIONS.find((entry) => entry.forces.includes(force));
}

const REGION_FILLERS = new Set([
  'the',
  'of',
  'region',
  'regional',
  'ctp',
  'counter',
  'terrorism',
  'policing',
  'police',
]);

/** Other names of the regions, in English and Welsh, without spaces. */
const REGION_ALIASES: Readonly<Record<RegionId, readonly string[]>> = {
  london: ['ldn', 'greaterlondon', 'londonarea', 'llundain'],
  'north-east': ['neast', 'northeastengland', 'gogledddwyrain'],
  'north-west': ['nwest', 'northwestengland', 'gogleddorllewin'],
  'south-east': ['seast', 'southeastengland', 'dedwyrain'],
  'south-west': ['swest', 'southwestengland', 'deorllewin'],
  eastern: ['east', 'eastengland', 'easternengland', 'eastanglia', 'ea'],
  'east-midlands': ['emidlands', 'eastmids', 'emids'],
  'west-midlands': ['wmidlands', 'westmids', 'wmids'],
  wales: ['cymru', 'ctpwales'],
  scotland: ['scot', 'scots', 'yralban', 'alban'],
  'northern-ireland': ['nireland', 'northernire', 'ulster', 'gogleddiwerddon'],
};

/**
 * The region that a person means by a text such as `north west`, `NW`, `CTP North West` or `nw region`; case,
 * spacing, hyphens and words such as `region` do not matter. Undefined if no region is called that.
 */
export function findRegion(text: string): Region | undefined {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const key = words.filter((word) => !REGION_FILLERS.has(word)).join('');
  if (key === '') return undefined;
  return REGIONS.find(
    (entry) =>
      entry.code.toLowerCase() === key ||
      entry.id.replaceAll('-', '') === key ||
      REGION_ALIASES[entry.id].includes(key),
  );
}
