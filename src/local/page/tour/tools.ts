import type { ChatMessage } from '../../connector/types.js';
import { click, moveClock, post, say, tabToken } from '../state/api.js';
import type { LayoutControl, MeetingSide, WindowId } from '../state/layout.js';
import type { ShowState } from '../state/show-state.js';
import { meetingOf, nextBriefingOf } from '../surfaces/meeting-of.js';

/** What the tour can do for the visitor; each throws a sentence when it cannot. */
export interface TourTools {
  readonly state: () => ShowState;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Types into a window's box, letter by letter. */
  readonly type: (window: WindowId, text: string) => Promise<void>;
  readonly send: (
    window: WindowId,
    input: { person: string; text: string; place: 'personal' | 'meeting' },
  ) => Promise<void>;
  /** Presses the newest button with such a title that this person sees. */
  readonly press: (person: string, title: RegExp) => Promise<void>;
  /** Turns to a side of the attendee's meeting. */
  readonly side: (side: MeetingSide) => void;
  readonly registerDaniel: () => Promise<void>;
  readonly startBriefing: () => Promise<void>;
  readonly answerAsTom: () => Promise<void>;
}

const LETTER_MS = 18;
const PATIENCE_MS = 8000;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export function createTools(state: () => ShowState, layout: () => LayoutControl): TourTools {
  return {
    state,
    pause,
    async type(window, text) {
      for (let length = 1; length <= text.length; length += 1) {
        layout().draft(window, text.slice(0, length));
        await pause(LETTER_MS);
      }
      await pause(300);
    },
    async send(window, { person, text, place }) {
      const conversationId = conversationOf(state(), person, place);
      layout().draft(window, '');
      must(await say({ person, conversationId, text, mention: place === 'meeting' }));
    },
    async press(person, title) {
      const found = await soon(
        () => buttonFor(state(), person, title),
        'The card with that button has not come.',
      );
      must(await click({ person, ...found }));
    },
    side(side) {
      layout().show('two', { surface: { kind: 'meeting', side } });
    },
    registerDaniel: () => registerDaniel(state()),
    async startBriefing() {
      const now = Date.now() + state().offset;
      const next = nextBriefingOf(state(), 'maya', now) ?? nextBriefingOf(state(), 'priya', now);
      must(await moveClock({ nextBriefing: true, ...(next ? { code: next.code } : {}) }));
    },
    answerAsTom: () => answerAsTom(state()),
  };
}

function must(outcome: { ok: boolean; message: string }): void {
  if (!outcome.ok) throw new Error(outcome.message);
}

async function soon<Thing>(find: () => Thing | undefined, problem: string): Promise<Thing> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const found = find();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error(problem);
}

function conversationOf(state: ShowState, person: string, place: 'personal' | 'meeting'): string {
  const found =
    place === 'meeting'
      ? meetingOf(state, person)?.chatId
      : state.conversations.find((one) => one.kind === 'personal' && one.person === person)?.id;
  if (found === undefined)
    throw new Error('Do the steps before this one first: the meeting is not there yet.');
  return found;
}

interface Button {
  readonly conversationId: string;
  readonly messageId: string;
  readonly action: object;
}

function buttonFor(state: ShowState, person: string, title: RegExp): Button | undefined {
  const mine = state.conversations.filter((one) => one.members.includes(person)).map((one) => one.id);
  const seen = state.messages.filter(
    (one) => one.from === 'bot' && mine.includes(one.conversationId) && (one.onlyFor ?? person) === person,
  );
  for (const message of seen.toReversed()) {
    const action = cardsFor(message, person)
      .map((card) => actionIn(card, title))
      .find((one) => one !== undefined);
    if (action) return { conversationId: message.conversationId, messageId: message.id, action };
  }
  return undefined;
}

const cardsFor = (message: ChatMessage, person: string): readonly object[] =>
  message.views[person] ? [message.views[person]] : message.cards;

function actionIn(value: unknown, title: RegExp): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const one = value as Record<string, unknown>;
  const isButton =
    one['type'] === 'Action.Execute' && typeof one['title'] === 'string' && title.test(one['title']);
  if (isButton) {
    const { type, id, verb, data } = one;
    return {
      type,
      title: one['title'],
      ...(id ? { id } : {}),
      ...(verb ? { verb } : {}),
      ...(data ? { data } : {}),
    };
  }
  for (const part of Object.values(one)) {
    const found = actionIn(part, title);
    if (found) return found;
  }
  return undefined;
}

async function registerDaniel(state: ShowState): Promise<void> {
  const daniel = state.people.find((one) => one.key === 'daniel');
  const briefing = nextBriefingOf(state, 'priya', Date.now() + state.offset);
  if (!daniel || !briefing) throw new Error('There is no North West briefing to register for.');
  must(
    await post('/api/v1/public/registrations', {
      name: daniel.name,
      email: daniel.email,
      audience: 'parish-councillor',
      briefing: briefing.code,
      area: 'Oldham',
      language: 'en',
    }),
  );
}

interface QueueItem {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

async function answerAsTom(state: ShowState): Promise<void> {
  const meeting = meetingOf(state, 'tom');
  const briefing = state.briefings.find((one) => one.joinUrl === meeting?.joinUrl);
  const token = await tabToken('tom');
  if (!briefing || token === undefined)
    throw new Error('The briefing is not running: do the steps before this one first.');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const queue = `/api/v1/queue/${briefing.code}`;
  const read = async (): Promise<QueueItem | undefined> => {
    const reply = (await (await fetch(queue, { headers })).json()) as { items?: readonly QueueItem[] };
    return reply.items?.find((one) => ['waiting', 'needs_review', 'accepted'].includes(one.state));
  };
  for (const act of ['accept', 'answer']) {
    const item = await read();
    if (!item) throw new Error('Nothing waits in the queue: ask a question for the briefing first.');
    if (act === 'accept' && item.state === 'accepted') continue;
    const body = JSON.stringify({ act, version: item.version });
    const reply = await fetch(`${queue}/items/${item.id}`, { method: 'POST', headers, body });
    if (!reply.ok) throw new Error('Somebody else was quicker: look at the queue and try again.');
    await pause(900);
  }
}
