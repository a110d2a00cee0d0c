import type { AnyJob } from '../../../src/jobs/kit.js';
import type { Reply, Turn } from '../../../src/bot/kit.js';
import { stableUuid } from '../../../src/adapters/system/stable-uuid.js';
import { briefingsChat } from '../../../src/features/briefings/briefings.bot.js';
import { briefingsHttp } from '../../../src/features/briefings/briefings.http.js';
import { briefingsJobs } from '../../../src/features/briefings/briefings.jobs.js';
import { noticeCard } from '../../../src/features/briefings/cards/notice.card.js';
import type { Courier } from '../../../src/features/briefings/ports.js';
import { briefingsUseCases } from '../../../src/features/briefings/use-cases.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import { aPerson, NO_CALENDAR, NOW } from './briefing-builders.js';
import { memoryBriefings } from './briefing-store.js';
import { memoryMeetings } from './briefing-meetings.js';

type Notice = Parameters<Courier['toPerson']>[1];

/** The whole feature over memory: what is said to it, what it sends, what its jobs do. */
export function briefingDesk() {
  const store = memoryBriefings();
  const meetings = memoryMeetings();
  const told = new Map<string, Notice>();
  const courier: Courier = { toPerson: async (_person, notice) => void told.set(notice.key, notice) };
  let number = 0;
  const ids = { uuid: () => `00000000-0000-4000-8000-${String((number += 1)).padStart(12, '0')}` };
  const useCases = briefingsUseCases({ store, meetings, ids, calendar: NO_CALENDAR, stableUuid });
  const chat = briefingsChat(useCases);
  const jobs = new Map(
    briefingsJobs(useCases, { store, courier, noticeCard }).map((job): [string, AnyJob] => [job.name, job]),
  );
  const turn = (over: Partial<Turn> = {}): Turn => ({
    person: aPerson(),
    scope: 'personal',
    deliveryKey: 'k',
    conversationId: 'c',
    language: 'en',
    text: '',
    now: NOW,
    ...over,
  });
  const replyOf = (taken: { kind: 'reply'; reply: Reply } | { kind: 'problem'; problem: string }): Reply =>
    taken.kind === 'reply' ? taken.reply : { kind: 'text', text: taken.problem };
  return {
    store,
    meetings,
    told,
    useCases,
    chat,
    http: briefingsHttp(useCases),
    async say(text: string, over: Partial<Turn> = {}): Promise<Reply> {
      const found = chat.commands.find(
        (command) => text.startsWith(`${command.name} `) || text === command.name,
      );
      if (!found) throw new Error(`no command for ${text}`);
      if (!found.who.may(turn(over).person)) return { kind: 'text', text: found.who.refusal };
      return replyOf(await found.take(turn({ text, ...over }), text.slice(found.name.length).trim()));
    },
    async press(verb: string, data: unknown, over: Partial<Turn> = {}): Promise<Reply> {
      const found = chat.verbs.find((one) => one.verb === verb);
      if (!found) throw new Error(`no verb ${verb}`);
      if (!found.who.may(turn(over).person)) return { kind: 'text', text: found.who.refusal };
      return replyOf(await found.take(turn(over), data));
    },
    /** Runs the jobs sent so far, each once; those that fail are counted and dropped. */
    async work(now: Instant = NOW): Promise<{ failed: number }> {
      let failed = 0;
      for (const { job, data } of store.outgoing.splice(0)) {
        const found = jobs.get(job);
        if (!found) continue;
        await found.run(data, { now }).catch(() => (failed += 1));
      }
      return { failed };
    },
    lastFailure: (name: string, data: object, cause: unknown) => jobs.get(name)?.lastFailure(data, cause),
  };
}

/** All of a reply's words, for looking something up in them. */
export const wordsOf = (reply: Reply): string =>
  reply.kind === 'card' ? JSON.stringify(reply.card) : reply.kind === 'text' ? reply.text : '';

/** The data of the first button with that verb. */
export function buttonOf(reply: Reply, verb: string): Record<string, unknown> {
  if (reply.kind !== 'card') throw new Error(wordsOf(reply));
  const actions = reply.card['actions'] as { verb?: string; data?: Record<string, unknown> }[];
  const found = actions.find((action) => action.verb === verb);
  if (!found?.data) throw new Error(`no button ${verb}`);
  return found.data;
}
