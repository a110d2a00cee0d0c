import { REGIONS, type RegionId } from '../shared/region.js';

/** Other words that people use for a region; the names, ids and two-letter codes are known without them. */
const ALSO: readonly (readonly [string, RegionId])[] = [
  ['greater london', 'london'],
  ['ldn', 'london'],
  ['east of england', 'eastern'],
  ['east anglia', 'eastern'],
  ['east', 'eastern'],
  ['n ireland', 'northern-ireland'],
  ['ulster', 'northern-ireland'],
  ['cymru', 'wales'],
  ['yr alban', 'scotland'],
];

/** Every wording with its region, longest first, so that `west midlands` is not read as something shorter. */
const WORDINGS: readonly (readonly [string, RegionId])[] = [
  ...ALSO,
  ...REGIONS.flatMap((region) => {
    const name = region.name.toLowerCase();
    return [name, name.replace(' ', ''), region.code.toLowerCase()].map(
      (words) => [words, region.id] as const,
    );
  }),
].sort(([a], [b]) => b.length - a.length);

/** The regions named in a text (case and hyphens do not matter), in any place, and the words that are left. */
export function findRegions(text: string): { readonly regions: readonly RegionId[]; readonly rest: string } {
  const found = new Set<RegionId>();
  let rest = ` ${text.toLowerCase().replace(/[-_]/g, ' ').replace(/\s+/g, ' ').trim()} `;
  for (const [wording, region] of WORDINGS) {
    while (rest.includes(` ${wording} `)) {
      found.add(region);
      rest = rest.replace(` ${wording} `, ' ');
    }
  }
  return { regions: [...found], rest: rest.trim() };
}
