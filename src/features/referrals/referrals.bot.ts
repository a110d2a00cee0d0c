import { z } from 'zod';
import {
  ANYONE,
  command,
  noWords,
  verb,
  type AnyVerb,
  type ChatFeature,
  type Policy,
  type Reply,
  type Turn,
} from '../../bot/kit.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import { brand, type ForceId, type ReferralId } from '../../domain/shared/ids.js';
import { mayLeadSomewhere } from '../../domain/shared/policy.js';
import type { TeamAct } from './act-on-referral.js';
import { contactsCard, loadsCard } from './cards/counts.card.js';
import { myTeamCard } from './cards/my-team.card.js';
import { noticeCard } from './cards/notice.card.js';
import { passedOnCard, referralCard } from './cards/referral.card.js';
import type { ReferralsUseCases } from './use-cases.js';

const LEADS: Policy = {
  may: mayLeadSomewhere,
  refusal:
    'Only a regional lead sees how the forces stand. Your own questions are under “my questions” and “my team”; a local team sees its referrals in its channel.',
};

const actData = z.object({
  referral: z
    .string()
    .max(100)
    .transform((id) => brand<ReferralId>(id)),
  version: z.coerce.number().int(),
  reason: z.string().trim().max(400).optional(),
});
const pageData = z.object({ page: z.coerce.number().int().catch(1) });

const text = (words: string): Reply => ({ kind: 'text', text: words });

/** Chat: `my team`, `referrals`, `contacts`, and the buttons of a referral in its team's channel. */
export function referralsChat(
  useCases: ReferralsUseCases,
  forces: Pick<AreaDirectory, 'force'>,
): ChatFeature {
  const forceName = (force: ForceId): string => forces.force(force).name;
  const loads = async ({ person, now }: Turn, page: number): Promise<Reply> => ({
    kind: 'card',
    card: loadsCard(await useCases.countReferrals({ person, now }), { page, forceName }),
  });
  const contacts = async ({ person }: Turn, page: number): Promise<Reply> => ({
    kind: 'card',
    card: contactsCard(await useCases.countContacts({ person }), { page, forceName }),
  });
  return {
    commands: [
      command<null>({
        name: 'my team',
        aliases: ['fy nhîm', 'fy nhim'],
        usage: 'my team',
        example: 'my team',
        description: {
          en: 'See your local policing team and how to reach it',
          cy: 'Gweld eich tîm plismona lleol',
        },
        scopes: ['personal'],
        who: ANYONE,
        parse: noWords,
        run: ({ person }) => showTeam(useCases, person),
      }),
      command<null>({
        name: 'referrals',
        usage: 'referrals',
        example: 'referrals',
        description: {
          en: 'See open and overdue referrals by force',
          cy: 'Gweld atgyfeiriadau yn ôl heddlu',
        },
        scopes: ['team'],
        who: LEADS,
        parse: noWords,
        run: (turn) => loads(turn, 1),
      }),
      command<null>({
        name: 'contacts',
        usage: 'contacts',
        example: 'contacts',
        description: {
          en: 'See how many people their local team has contacted',
          cy: 'Gweld cysylltiadau yn ôl heddlu',
        },
        scopes: ['team'],
        who: LEADS,
        parse: noWords,
        run: (turn) => contacts(turn, 1),
      }),
    ],
    verbs: [
      ...(['acknowledge', 'contact', 'close', 'pass-on'] as const).map((act) => actVerb(useCases, act)),
      verb({
        verb: 'referrals/summary',
        data: pageData,
        who: LEADS,
        run: (turn, { page }) => loads(turn, page),
      }),
      verb({
        verb: 'referrals/contacts',
        data: pageData,
        who: LEADS,
        run: (turn, { page }) => contacts(turn, page),
      }),
    ],
  };
}

/** Anyone may press; whether it is their team's channel or role is decided on the referral itself. */
const actVerb = (useCases: ReferralsUseCases, act: TeamAct): AnyVerb =>
  verb({
    verb: `referrals/${act}`,
    data: actData,
    who: ANYONE,
    async run({ person, conversationId, now }, { referral, version, reason }) {
      const actor = { kind: 'person', person, conversationId } as const;
      const why = reason === undefined ? {} : { reason };
      const acted = await useCases.actOnReferral({ actor, id: referral, act, version, ...why, now });
      switch (acted.kind) {
        case 'unknown':
          return text(
            'Only the local team that has this question can do that, in its own channel or by its link.',
          );
        case 'refused':
          return text(acted.problem);
        case 'conflict':
          return { kind: 'card', card: referralCard(acted.details, now, acted.problem), forAll: true };
        case 'acted': {
          const card = act === 'pass-on' ? passedOnCard(acted.details) : referralCard(acted.details, now);
          return { kind: 'card', card, forAll: true };
        }
      }
    },
  });

async function showTeam(useCases: ReferralsUseCases, person: Turn['person']): Promise<Reply> {
  const mine = await useCases.showMyTeam({ person });
  if (mine.kind === 'team') return { kind: 'card', card: myTeamCard(mine) };
  const message =
    'Type “area” and your postcode, council or constituency, for example “area M1 1AE”. In danger, call 999; otherwise 101.';
  return {
    kind: 'card',
    card: noticeCard({ title: 'Your area is not known yet', message, style: 'warning' }),
  };
}
