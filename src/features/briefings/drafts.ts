import type { Person } from '../../domain/shared/person.js';
import type { BriefingStore, Draft } from './ports.js';

export type DraftLook =
  { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'refused'; readonly problem: string };

/** A draft that its own lead may still change. */
export const openDraft =
  (ports: { store: BriefingStore }) =>
  async (input: { person: Person; draft: string }): Promise<DraftLook> => {
    const draft = await ports.store.findDraft(input.draft);
    if (!draft || draft.person !== input.person.id) {
      return {
        kind: 'refused',
        problem: 'This preview is not yours or is no longer kept. Type the command again.',
      };
    }
    return { kind: 'draft', draft };
  };

/** Throws a draft away; one that has been confirmed stays as it is. */
export const discardDraft =
  (ports: { store: BriefingStore }) =>
  async (input: {
    person: Person;
    draft: string;
  }): Promise<
    { kind: 'discarded' } | { kind: 'used'; draft: Draft } | { kind: 'refused'; problem: string }
  > => {
    const found = await openDraft(ports)(input);
    if (found.kind === 'refused') return found;
    await ports.store.discardDraft(input.draft, input.person.id);
    const now = await ports.store.findDraft(input.draft);
    return now?.status === 'used' ? { kind: 'used', draft: now } : { kind: 'discarded' };
  };
