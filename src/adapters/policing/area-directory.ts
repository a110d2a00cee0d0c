import type {
  AreaDirectory,
  AreaName,
  District,
  Force,
  NamedArea,
} from '../../domain/routing/area-directory.js';
import { areaKey, looseAreaKey } from '../../domain/routing/area-key.js';
import { brand, type ForceId } from '../../domain/shared/ids.js';
import constituencyTable from './tables/constituencies.json' with { type: 'json' };
import councilTable from './tables/councils.json' with { type: 'json' };
import countyTable from './tables/counties.json' with { type: 'json' };
import districtTable from './tables/postcode-districts.json' with { type: 'json' };
import forceTable from './tables/forces.json' with { type: 'json' };

interface Entry {
  readonly area: NamedArea;
  readonly names: readonly string[];
}

/** All 45 territorial forces by id, with the code of their police force area. */
export const FORCES: readonly (Force & { readonly pfa: string })[] = forceTable.forces.map((row) => ({
  ...row,
  id: brand<ForceId>(row.id),
  nation: row.nation as Force['nation'],
  region: row.region as Force['region'],
}));

type Share = readonly (string | number)[];
const ids = (forces: readonly string[]): readonly ForceId[] => forces.map((force) => brand<ForceId>(force));
const sharers = (shares: readonly Share[]): readonly ForceId[] =>
  ids(shares.map((share) => String(share[0])));

function entries(): readonly Entry[] {
  const councils = councilTable.councils.map((row) => entry('council', row.name, [row.force], row.also));
  const counties = countyTable.counties.map((row) => entry('county', row.name, [row.force], row.also));
  const former = countyTable.former.map((row) => entry('county', row.name, row.forces, row.also));
  const seats = (constituencyTable.constituencies as [string, string, string | Share[]][]).map(
    ([, name, forces]) =>
      entry('constituency', name, typeof forces === 'string' ? [forces] : sharers(forces)),
  );
  return [...councils, ...counties, ...former, ...seats];
}

function entry(
  kind: NamedArea['kind'],
  name: string,
  forces: readonly string[],
  also: readonly string[] = [],
): Entry {
  return { area: { kind, name, forces: ids(forces) }, names: [name, ...also] };
}

function districts(): ReadonlyMap<string, District> {
  const found = new Map<string, District>();
  for (const [force, codes] of Object.entries(districtTable.single)) {
    for (const outcode of codes.split(' ')) found.set(outcode, { outcode, forces: ids([force]) });
  }
  for (const [outcode, shares] of Object.entries(districtTable.split)) {
    found.set(outcode, { outcode, forces: sharers(shares) });
  }
  return found;
}

function indexBy(
  all: readonly Entry[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly NamedArea[]> {
  const index = new Map<string, NamedArea[]>();
  for (const { area, names } of all) {
    for (const key of new Set(names.map(keyOf))) index.set(key, [...(index.get(key) ?? []), area]);
  }
  return index;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The directory of the tables that ship with the program. Its indexes are built when first asked for. */
export function createAreaDirectory(): AreaDirectory {
  const all = once(entries);
  const byDistrict = once(districts);
  const byKey = once(() => indexBy(all(), areaKey));
  const byLooseKey = once(() => indexBy(all(), looseAreaKey));
  const notGeographic = once(() => new Set(districtTable.notGeographic.split(' ')));
  const forces = once(() => new Map(FORCES.map((force) => [force.id, force])));
  const names = once<readonly AreaName[]>(() =>
    all().flatMap((item) => item.names.map((name) => ({ name, key: areaKey(name) }))),
  );
  return {
    district: (outcode) => byDistrict().get(outcode),
    districtsWithin: (outcode) =>
      [...'ABCDEFGHJKLMNPRSTUVWXY'].flatMap((letter) => byDistrict().get(`${outcode}${letter}`) ?? []),
    isNotGeographic: (outcode) => notGeographic().has(outcode),
    named: (key) => byKey().get(key) ?? [],
    namedLoosely: (key) => byLooseKey().get(key) ?? [],
    names,
    force(id) {
      const force = forces().get(id);
      if (!force) throw new RangeError(`no police force ${id}`);
      return force;
    },
  };
}
