import { z } from 'zod';
import { ANYONE, verb, type AnyVerb, type Reply, type Turn } from '../../bot/kit.js';
import { mayLeadSomewhere } from '../../domain/shared/policy.js';
import { REGIONS, type RegionId } from '../../domain/shared/region.js';
import { approvalsCard } from './cards/approvals.card.js';
import { placesCard, type PlacesList } from './cards/places.card.js';
import type { RegistrationsUseCases } from './use-cases.js';

/** What buttons carry of the list they stand in; numbers may come as text. */
export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
export const regionField = z
  .string()
  .optional()
  .transform((id) => REGIONS.find((region) => region.id === id)?.id);

export const ONLY_LEADS =
  'Only a regional lead can do that. Type “register” to see the briefings, or ask the lead of your region.';

/** The list a person is looking at, as a card. */
export async function listReply(
  useCases: RegistrationsUseCases,
  turn: Turn,
  look: { list: PlacesList; page: number; region?: RegionId | undefined; notice?: string },
): Promise<Reply> {
  const { person, now } = turn;
  const { list, page, region, notice } = look;
  const at = { ...(region ? { region } : {}), ...(notice === undefined ? {} : { notice }) };
  const places =
    list === 'mine'
      ? await useCases.seeMine({ person, now })
      : await useCases.seeComing({ person, now, ...(region ? { region } : {}) });
  return { kind: 'card', card: placesCard(places, { list, page, person, ...at }) };
}

/** The requests that wait for a lead, as a card. */
export async function approvalsReply(
  useCases: RegistrationsUseCases,
  turn: Turn,
  look: { page: number; notice?: string },
): Promise<Reply> {
  const requests = await useCases.seeRequests({ lead: turn.person, page: look.page, now: turn.now });
  return { kind: 'card', card: approvalsCard(requests, look.notice) };
}

/** Turns the pages of all the lists. */
export const pageVerb = (useCases: RegistrationsUseCases): AnyVerb =>
  verb({
    verb: 'registrations/page',
    data: z.object({ list: z.enum(['coming', 'mine', 'approvals']), page: pageNumber, region: regionField }),
    who: ANYONE,
    async run(turn, { list, page, region }) {
      if (list !== 'approvals') return listReply(useCases, turn, { list, page, region });
      if (!mayLeadSomewhere(turn.person)) return { kind: 'text', text: ONLY_LEADS };
      return approvalsReply(useCases, turn, { page });
    },
  });
