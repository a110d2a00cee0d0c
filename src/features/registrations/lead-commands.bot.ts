import { z } from 'zod';
import { command, noWords, verb, type AnyVerb, type ChatFeature, type Policy } from '../../bot/kit.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import { mayLeadSomewhere } from '../../domain/shared/policy.js';
import { attendanceCard } from './cards/attendance.card.js';
import { parseCode } from './command-words.js';
import { approvalsReply, ONLY_LEADS, pageNumber } from './pages.bot.js';
import type { RegistrationsUseCases } from './use-cases.js';

const LEADS: Policy = { may: mayLeadSomewhere, refusal: ONLY_LEADS };
const requestData = z.object({ id: z.uuid(), page: pageNumber });

/** `approvals` with its buttons, and `attendance`. */
export function leadCommands(useCases: RegistrationsUseCases): ChatFeature {
  const judge = (verdict: 'approve' | 'decline'): AnyVerb =>
    verb({
      verb: `registrations/${verdict}`,
      data: requestData,
      who: LEADS,
      async run(turn, { id, page }) {
        const done = await useCases.judgeRequest({ lead: turn.person, id, verdict, now: turn.now });
        return approvalsReply(useCases, turn, {
          page,
          notice: done.kind === 'refused' ? done.problem : done.sentence,
        });
      },
    });
  return {
    commands: [
      command<null>({
        name: 'approvals',
        usage: 'approvals',
        example: 'approvals',
        description: { en: 'Approve or decline requests for a place', cy: 'Cymeradwyo neu wrthod ceisiadau' },
        scopes: ['personal', 'team'],
        who: LEADS,
        parse: noWords,
        run: (turn) => approvalsReply(useCases, turn, { page: 1 }),
      }),
      command<BriefingCode>({
        name: 'attendance',
        usage: 'attendance <code>',
        example: 'attendance NW-2027-02',
        description: { en: 'See how many have registered', cy: 'Gweld faint sydd wedi cofrestru' },
        scopes: ['team'],
        who: LEADS,
        parse: parseCode,
        async run(turn, code) {
          const seen = await useCases.seeAttendance({ lead: turn.person, code });
          if (seen.kind === 'refused') return { kind: 'text', text: seen.problem };
          return { kind: 'card', card: attendanceCard(seen.briefing, seen.counts) };
        },
      }),
    ],
    verbs: [judge('approve'), judge('decline')],
  };
}
