import type { WordVectors } from '../../domain/question/triage/words.js';
import { bytesOf } from './base64.js';
import table from './word-vectors.model.json' with { type: 'json' };

/** The words of the table, commonest first, with their rows; see `source` in the table for where they come from. */
export function loadWordVectors(): WordVectors {
  const words = table.words.split(' ');
  const bytes = bytesOf(table.vectors);
  const families = new Uint16Array(bytesOf(table.clusters).buffer);
  const places = new Map(words.map((word, place) => [word, place]));
  const rows = words.map((_, place) =>
    bytes.subarray(place * table.dimensions, (place + 1) * table.dimensions),
  );
  const most = Math.log(words.length);
  return {
    dimensions: table.dimensions,
    vector: (word) => rows[places.get(word) ?? -1],
    families: (word) => {
      const place = places.get(word);
      if (place === undefined) return [];
      return Array.from(
        { length: families.length / words.length },
        (_, grain) => families[grain * words.length + place] ?? 0,
      );
    },
    rarity: (word) => {
      const place = places.get(word);
      return place === undefined ? 1 : Math.max(0, (Math.log(place + 1) - 4) / (most - 4));
    },
  };
}
