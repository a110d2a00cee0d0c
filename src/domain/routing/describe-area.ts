import type { ForceId } from '../shared/ids.js';
import type { RegionId } from '../shared/region.js';
import type { AreaDecision, AreaKind, UnknownReason } from './area.js';

/** One line of `desk area`. */
export interface AreaRecord {
  readonly input: string;
  readonly kind: 'postcode' | 'council' | 'constituency' | 'unknown';
  /** All forces that are possible. */
  readonly forces: readonly ForceId[];
  /** The force, or null where more than one or none is possible. */
  readonly force: ForceId | null;
  readonly region: RegionId | null;
  /** What would settle it where more than one force is possible; otherwise null. */
  readonly ask: string | null;
}

const RECORD_KINDS: Readonly<Record<AreaKind, AreaRecord['kind']>> = {
  postcode: 'postcode',
  district: 'postcode',
  council: 'council',
  county: 'council',
  constituency: 'constituency',
};

const REASONS: Readonly<Record<UnknownReason, string>> = {
  empty: 'Nothing was typed.',
  'crown-dependency':
    'The Channel Islands and the Isle of Man have police of their own; these briefings cover the United Kingdom.',
  overseas: 'That is a postcode of an overseas territory; these briefings cover the United Kingdom.',
  'forces-post': 'That is a British Forces Post Office address, which is not tied to a police force area.',
  'not-geographic':
    'That code serves PO boxes or large organisations, or is no longer used, and is not tied to a police force area.',
  'no-such-district': 'There is no postcode district of that name.',
  'not-recognised': 'No postcode, council, county or constituency of that name is known.',
};

/** The record that `desk area` prints for a decision. */
export function describeArea(decision: AreaDecision): AreaRecord {
  const { input } = decision;
  switch (decision.kind) {
    case 'placed': {
      const { forces, force, region } = decision;
      return { input, kind: RECORD_KINDS[decision.areaKind], forces, force, region, ask: null };
    }
    case 'ask': {
      const { forces, region, question } = decision;
      return { input, kind: RECORD_KINDS[decision.areaKind], forces, force: null, region, ask: question };
    }
    case 'ambiguous': {
      const { forces, region, question, candidates } = decision;
      const onlySeats = candidates.every((area) => area.kind === 'constituency');
      return {
        input,
        kind: onlySeats ? 'constituency' : 'council',
        forces,
        force: null,
        region,
        ask: question,
      };
    }
    case 'unknown':
      return {
        input,
        kind: 'unknown',
        forces: [],
        force: null,
        region: null,
        ask: decision.suggestions.length > 0 ? explainArea(decision) : null,
      };
  }
}

/** What a person is told when an area could not be placed: why, and what to type instead. Null if it was placed. */
export function explainArea(decision: AreaDecision): string | null {
  if (decision.kind === 'placed') return null;
  if (decision.kind !== 'unknown') return decision.question;
  const meant = decision.suggestions.length > 0 ? ` Did you mean ${decision.suggestions.join(' or ')}?` : '';
  return `${REASONS[decision.reason]}${meant} Type a full postcode, or the name of a council or constituency.`;
}
