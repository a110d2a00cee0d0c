import { z } from 'zod';
import { ANYONE, command, verb, type ChatFeature, type Reply, type Turn } from '../../bot/kit.js';
import { REASON_LIMIT } from '../../domain/briefing/cancel.js';
import type { LocalDate, LocalTime } from '../../domain/shared/time.js';
import { parseLocalDate, parseLocalTime } from '../../domain/shared/time.js';
import { briefingCard } from './cards/briefing.card.js';
import type { Changed } from './change-briefing.js';
import { parseCancel, parseCode, parseMove, parsePresenter } from './command-words.js';
import { card, LEADS, text } from './replies.bot.js';
import type { BriefingsUseCases } from './use-cases.js';

const codeData = z.object({ code: z.string().max(20) });
const date = z.string().transform((typed, context) => parseLocalDate(typed) ?? wrong(context));
const time = z.string().transform((typed, context) => parseLocalTime(typed) ?? wrong(context));

/** `briefing`, `move`, `cancel`, `presenter`, and the buttons of a briefing's card. */
export function briefingCommands(useCases: BriefingsUseCases): ChatFeature {
  const show = showing(useCases);
  const move = (turn: Turn, to: { code: string; date: LocalDate; time: LocalTime }) =>
    useCases.moveBriefing({ ...to, ...by(turn) }).then(answer(turn));
  const cancel = (turn: Turn, why: { code: string; reason: string }) =>
    useCases.cancelBriefing({ ...why, ...by(turn) }).then(answer(turn));
  return {
    commands: [
      command<string>({
        name: 'briefing',
        usage: 'briefing <code>',
        example: 'briefing NW-2027-02',
        description: { en: 'Show one briefing', cy: 'Dangos un sesiwn briffio' },
        scopes: [],
        // Presenters who are only named on a briefing hold no role, so the use case decides.
        who: ANYONE,
        parse: parseCode,
        run: (turn, code) => show(turn, { code }),
      }),
      command({
        name: 'move',
        usage: 'move <code> to <YYYY-MM-DD> <HH:MM>',
        example: 'move NW-2027-02 to 2027-02-16 18:00',
        description: { en: 'Move a briefing and tell everyone registered', cy: 'Symud sesiwn briffio' },
        scopes: ['team'],
        who: LEADS,
        parse: parseMove,
        run: move,
      }),
      command({
        name: 'cancel',
        usage: 'cancel <code> because <reason>',
        example: 'cancel NW-2027-02 because the presenter is unwell',
        description: { en: 'Cancel a briefing and tell everyone registered', cy: 'Canslo sesiwn briffio' },
        scopes: ['team'],
        who: LEADS,
        parse: parseCancel,
        run: cancel,
      }),
      command<{ code: string; act: 'add' | 'remove'; address: string }>({
        name: 'presenter',
        usage: 'presenter <code> add|remove <email>',
        example: 'presenter NW-2027-02 add a.presenter@example.org',
        description: { en: 'Add or remove a presenter', cy: 'Ychwanegu neu dynnu cyflwynydd' },
        scopes: ['team'],
        who: LEADS,
        parse: parsePresenter,
        run: (turn, change) => useCases.changePresenters({ ...change, ...by(turn) }).then(answer(turn)),
      }),
    ],
    verbs: [
      verb({ verb: 'briefings/show', data: codeData, who: ANYONE, run: show }),
      verb({
        verb: 'briefings/retry',
        data: codeData,
        who: LEADS,
        run: (turn, { code }) => useCases.retryMeeting({ person: turn.person, code }).then(answer(turn)),
      }),
      verb({ verb: 'briefings/move', data: codeData.extend({ date, time }), who: LEADS, run: move }),
      verb({
        verb: 'briefings/cancel',
        // Longer than allowed on purpose: the use case then says by how much, and nothing is cut.
        data: codeData.extend({ reason: z.string().max(10 * REASON_LIMIT) }),
        who: LEADS,
        run: cancel,
      }),
    ],
  };
}

function showing(useCases: BriefingsUseCases) {
  return async (turn: Turn, { code }: { code: string }): Promise<Reply> => {
    const found = await useCases.showBriefing({ person: turn.person, code });
    if (found.kind === 'refused') return text(found.problem);
    return card(briefingCard(found.briefing, { now: turn.now, lead: found.lead }));
  };
}

/** What became of a change: the briefing as it now is, or why not. */
function answer({ now }: Turn) {
  return (changed: Changed): Reply => {
    if (changed.kind === 'refused') return text(changed.problem);
    return card(briefingCard(changed.briefing, { now, lead: true, notice: changed.sentence }));
  };
}

const by = ({ person, now }: Turn) => ({ person, now });

function wrong(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'not a date or time' });
  return z.NEVER;
}
