import type { ForceId } from '../shared/ids.js';
import type { RegionId } from '../shared/region.js';

/** A territorial police force as people see it. */
export interface Force {
  readonly id: ForceId;
  readonly name: string;
  readonly nation: 'england' | 'wales' | 'scotland' | 'northern-ireland';
  readonly region: RegionId;
  /** For what is not an emergency. */
  readonly phone: string;
  readonly website: string;
  readonly reportOnline: string;
  /** The force's id in the police directory of data.police.uk; null for Police Scotland, which is not in it. */
  readonly policeUk: string | null;
}

/** A council, county or constituency with the forces that police it, the largest share first. */
export interface NamedArea {
  readonly kind: 'council' | 'county' | 'constituency';
  readonly name: string;
  readonly forces: readonly ForceId[];
}

/** A postcode district with the forces that police it, the largest share first. */
export interface District {
  readonly outcode: string;
  readonly forces: readonly ForceId[];
}

/** A name of an area for suggestions: how it is written, and its key for comparing. */
export interface AreaName {
  readonly name: string;
  readonly key: string;
}

/** Where the places of the United Kingdom and their forces are looked up. Answers at once, from memory. */
export interface AreaDirectory {
  /** The district of that outward code, such as `M1`; undefined if nobody lives under it. */
  district(outcode: string): District | undefined;
  /** The districts that divide an inner-London code people still write short: `SW1` gives `SW1A`, `SW1E` and so on. */
  districtsWithin(outcode: string): readonly District[];
  /** Whether the code serves PO boxes and large users only, or is a district of the past. */
  isNotGeographic(outcode: string): boolean;
  /** The areas whose name or other name has that key (`areaKey`). */
  named(key: string): readonly NamedArea[];
  /** The areas whose name or other name has that loose key (`looseAreaKey`). */
  namedLoosely(key: string): readonly NamedArea[];
  /** Every name and other name there is. */
  names(): readonly AreaName[];
  /** The force of that id; throws a RangeError for an id that is none. */
  force(id: ForceId): Force;
}
