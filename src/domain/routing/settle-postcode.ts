import type { ForceId } from '../shared/ids.js';
import type { AreaDecision } from './area.js';
import type { AreaDirectory } from './area-directory.js';

/** What a postcode service knows of one full postcode. */
export type PostcodeLookup =
  | {
      readonly kind: 'found';
      readonly force: ForceId;
      readonly council: string;
      readonly constituency: string;
    }
  | { readonly kind: 'terminated' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' };

/** Looks up one full postcode. Never throws for what the other side answers; `unavailable` covers that. */
export interface PostcodeService {
  lookup(postcode: string): Promise<PostcodeLookup>;
}

/**
 * The full postcode that a service should be asked about, or undefined where none is needed. Only a postcode of
 * a shared district is ever sent out: where a person lives is nobody's business that need not know.
 */
export function postcodeToLookUp(decision: AreaDecision): string | undefined {
  return decision.kind === 'ask' && decision.areaKind === 'postcode' ? decision.name : undefined;
}

const WHY_NOT: Readonly<Record<Exclude<PostcodeLookup['kind'], 'found'>, string>> = {
  terminated: 'That postcode is no longer in use. ',
  unknown: 'That postcode is not in the postcode directory. ',
  unavailable: '',
};

/** The decision with the service's answer taken in: placed if found, otherwise the same question with its reason. */
export function settlePostcode(
  decision: AreaDecision,
  lookup: PostcodeLookup,
  directory: AreaDirectory,
): AreaDecision {
  if (decision.kind !== 'ask') return decision;
  if (lookup.kind !== 'found')
    return { ...decision, question: `${WHY_NOT[lookup.kind]}${decision.question}` };
  const { input, areaKind, name } = decision;
  const { force } = lookup;
  return {
    kind: 'placed',
    input,
    areaKind,
    name,
    force,
    region: directory.force(force).region,
    forces: [force],
  };
}
