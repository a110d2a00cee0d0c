import { moveQuestion } from '../../domain/question/state.js';
import { plusMinutes, type Instant } from '../../domain/shared/time.js';
import type { AskPorts } from './ask-question.js';
import { contextOf } from './context.js';
import { referralFor, toldOf } from './told.js';

/** How long, in minutes, a question waits for somebody's word before the desk goes on without it. */
export const PATIENCE = {
  /** For its asker to choose: a briefing lasts an hour, so a moderator must see it soon. */
  askedBack: 15,
  area: 14 * 24 * 60,
  /** For presenters, after the briefing's end. */
  briefingOver: 24 * 60,
} as const;

const BATCH = 200;

/** Brings questions that nobody decided in time to a named outcome, and has their askers told. */
export const settleQuestions =
  (ports: AskPorts) =>
  async (now: Instant): Promise<{ readonly settled: number }> => {
    const due = await ports.store.overdue({
      askedBackBefore: plusMinutes(now, -PATIENCE.askedBack),
      areaBefore: plusMinutes(now, -PATIENCE.area),
      briefingsEndedBefore: plusMinutes(now, -PATIENCE.briefingOver),
      limit: BATCH,
    });
    let settled = 0;
    for (const found of due) {
      const asker = await ports.store.asker(found.asker);
      const person = asker ?? { id: found.asker, audience: 'other' as const };
      const { at, queue } = await contextOf(ports.briefings, { person, now, ...found });
      const asking = found.state === 'asked_back' && at !== undefined;
      const question = asking ? { ...found, briefing: at.briefing.code } : found;
      const move = moveQuestion(question, { kind: 'settle', hasArea: asker?.area !== undefined, queue }, now);
      if (move.kind !== 'moved') continue;
      const referral = referralFor(ports, move.question, { person, area: asker?.area, at: now });
      const told = toldOf(move.question, { by: 'system', at: now, referral, tellAsker: true });
      if (await ports.store.move({ question: move.question, ...(referral ? { referral } : {}) }, told))
        settled += 1;
    }
    return { settled };
  };
