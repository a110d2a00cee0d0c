import type { ForceId } from '../shared/ids.js';
import type { RegionId } from '../shared/region.js';
import type { AreaDirectory, District, NamedArea } from './area-directory.js';
import { areaKey, looseAreaKey, readingsOf, type AreaHint } from './area-key.js';
import { readPostcode, type NoForceReason } from './postcode.js';
import { suggestNames } from './suggest.js';

export type AreaKind = 'postcode' | 'district' | 'council' | 'county' | 'constituency';

/** Why an area is unknown. */
export type UnknownReason = NoForceReason | 'empty' | 'no-such-district' | 'not-recognised';

/** Exactly one force polices the area. */
export interface PlacedArea {
  readonly kind: 'placed';
  readonly input: string;
  readonly areaKind: AreaKind;
  readonly name: string;
  readonly force: ForceId;
  readonly region: RegionId;
  readonly forces: readonly ForceId[];
}

/** Two or more forces share the area; `question` says what would settle it. */
export interface SharedArea {
  readonly kind: 'ask';
  readonly input: string;
  readonly areaKind: AreaKind;
  readonly name: string;
  readonly forces: readonly ForceId[];
  /** The region, where all the forces belong to the same one. */
  readonly region: RegionId | null;
  readonly question: string;
}

/** Several areas of different forces bear that name. */
export interface AmbiguousArea {
  readonly kind: 'ambiguous';
  readonly input: string;
  readonly candidates: readonly NamedArea[];
  readonly forces: readonly ForceId[];
  readonly region: RegionId | null;
  readonly question: string;
}

/** No area of that name or code, or one without a territorial force. */
export interface UnknownArea {
  readonly kind: 'unknown';
  readonly input: string;
  readonly reason: UnknownReason;
  /** At most three names that may have been meant; none of them is taken without asking. */
  readonly suggestions: readonly string[];
}

export type AreaDecision = PlacedArea | SharedArea | AmbiguousArea | UnknownArea;

interface Found {
  readonly areaKind: AreaKind;
  readonly name: string;
  readonly forces: readonly ForceId[];
}

/**
 * Which police force a typed area belongs to. Takes a postcode, a postcode district, or the name of a council,
 * county or constituency; case, spacing, punctuation and words such as `city council` do not matter.
 *
 * A council or county always decides; 20 of 650 constituencies and 303 of 2,817 postcode districts span forces
 * and lead to a question. A force with under 2 % of a district's postcodes is left out of the directory: such
 * slivers are mostly the coarseness of the lookup, and each would turn a plain answer into a question.
 */
export function placeArea(input: string, directory: AreaDirectory): AreaDecision {
  const typed = input.trim();
  if (areaKey(typed) === '') return unknown(input, 'empty');
  const byName = placeName(input, directory);
  if (byName) return byName;
  const reading = readPostcode(typed);
  switch (reading.kind) {
    case 'no-force':
      return unknown(input, reading.reason);
    case 'slip':
      return unknown(input, 'not-recognised', [reading.meant]);
    case 'postcode':
      return placeDistrict(input, { outcode: reading.outcode, postcode: reading.postcode }, directory);
    case 'district':
      return placeDistrict(input, { outcode: reading.outcode }, directory);
    case 'not-a-postcode':
      return unknown(input, 'not-recognised', suggestNames(typed, directory));
  }
}

function placeDistrict(
  input: string,
  code: { readonly outcode: string; readonly postcode?: string },
  directory: AreaDirectory,
): AreaDecision {
  const forces = forcesUnder(code.outcode, directory);
  if (forces.length === 0) {
    return unknown(input, directory.isNotGeographic(code.outcode) ? 'not-geographic' : 'no-such-district');
  }
  const areaKind = code.postcode === undefined ? 'district' : 'postcode';
  return decide(input, { areaKind, name: code.postcode ?? code.outcode, forces }, directory);
}

function forcesUnder(outcode: string, directory: AreaDirectory): readonly ForceId[] {
  const exact = directory.district(outcode);
  const districts: readonly District[] = exact ? [exact] : directory.districtsWithin(outcode);
  return [...new Set(districts.flatMap((district) => district.forces))];
}

function placeName(input: string, directory: AreaDirectory): AreaDecision | undefined {
  const { readings, hint } = readingsOf(input);
  for (const lookUp of [
    (reading: string) => directory.named(areaKey(reading)),
    (reading: string) => directory.namedLoosely(looseAreaKey(reading)),
  ]) {
    for (const reading of readings) {
      const areas = fitting(lookUp(reading), hint);
      if (areas.length > 0) return decideNamed(input, areas, directory);
    }
  }
  return undefined;
}

function fitting(areas: readonly NamedArea[], hint: AreaHint): readonly NamedArea[] {
  if (hint === undefined) return areas;
  const narrowed = areas.filter((area) => (area.kind === 'constituency') === (hint === 'constituency'));
  return narrowed.length > 0 ? narrowed : areas;
}

function decideNamed(input: string, areas: readonly NamedArea[], directory: AreaDirectory): AreaDecision {
  const forces = [...new Set(areas.flatMap((area) => area.forces))];
  const [first] = areas;
  if (first && (areas.length === 1 || forces.length === 1)) {
    return decide(input, { areaKind: first.kind, name: first.name, forces }, directory);
  }
  const names = listed(
    areas.map((area) => `${area.name} (${area.kind}, ${policed(area.forces, directory)})`),
  );
  return {
    kind: 'ambiguous',
    input,
    candidates: areas,
    forces,
    region: commonRegion(forces, directory),
    question: `More than one area is called that: ${names}. Type the full name of your council, or your full postcode.`,
  };
}

function decide(input: string, found: Found, directory: AreaDirectory): PlacedArea | SharedArea {
  const [force, second] = found.forces;
  if (force !== undefined && second === undefined) {
    return { kind: 'placed', input, ...found, force, region: directory.force(force).region };
  }
  return {
    kind: 'ask',
    input,
    ...found,
    region: commonRegion(found.forces, directory),
    question: questionAbout(found, directory),
  };
}

function questionAbout(found: Found, directory: AreaDirectory): string {
  const count = found.forces.length === 2 ? 'two' : String(found.forces.length);
  const shared = `${found.name} lies in the areas of ${count} police forces: ${policed(found.forces, directory)}.`;
  if (found.areaKind === 'postcode') return `${shared} Type the name of your council: it settles which.`;
  return `${shared} Type your full postcode or the name of your council: it settles which.`;
}

function policed(forces: readonly ForceId[], directory: AreaDirectory): string {
  return listed(forces.map((force) => directory.force(force).name));
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function commonRegion(forces: readonly ForceId[], directory: AreaDirectory): RegionId | null {
  const regions = new Set(forces.map((force) => directory.force(force).region));
  const [region] = regions;
  return regions.size === 1 && region !== undefined ? region : null;
}

function unknown(input: string, reason: UnknownReason, suggestions: readonly string[] = []): UnknownArea {
  return { kind: 'unknown', input, reason, suggestions };
}
