import { moveClock, say } from '../state/api.js';
import type { LayoutControl, MeetingSide, WindowId } from '../state/layout.js';
import type { ShowState } from '../state/show-state.js';
import { meetingOf, nextBriefingOf } from '../surfaces/meeting-of.js';
import { buttonIn, buttonOnPage, fieldOnPage, fill, pause, pressOn, soon } from './hands.js';

/** What the tour can do for the visitor; each throws a sentence when it cannot. */
export interface TourTools {
  readonly state: () => ShowState;
  /** Types into a window's box, letter by letter, and sends it. */
  readonly say: (
    window: WindowId,
    input: { person: string; text: string; place: 'personal' | 'meeting' },
  ) => Promise<void>;
  /** Presses the newest button of that title in a window's conversation. */
  readonly press: (window: WindowId, title: RegExp) => Promise<void>;
  /** Presses buttons, one after the other, on the page in a window's frame. */
  readonly pressOnPage: (window: WindowId, ...titles: readonly RegExp[]) => Promise<void>;
  /** Waits until something has come about; goes on without it when patience ends. */
  readonly until: (cameAbout: () => boolean) => Promise<void>;
  /** Turns to a side of the attendee's meeting. */
  readonly side: (side: MeetingSide) => void;
  readonly registerDaniel: () => Promise<void>;
  readonly startBriefing: () => Promise<void>;
}

const LETTER_MS = 16;

export function createTools(state: () => ShowState, layout: () => LayoutControl): TourTools {
  const type = async (window: WindowId, text: string): Promise<void> => {
    for (let length = 1; length <= text.length; length += 1) {
      layout().draft(window, text.slice(0, length));
      await pause(LETTER_MS);
    }
    await pause(250);
  };
  return {
    state,
    async say(window, { person, text, place }) {
      await type(window, text);
      const conversationId = await soon(
        () => conversationOf(state(), person, place),
        'Do the steps before this one first: the meeting is not there yet.',
      );
      layout().draft(window, '');
      must(await say({ person, conversationId, text, mention: place === 'meeting' }));
    },
    async press(window, title) {
      await pressOn(await soon(() => buttonIn(window, title), 'The card with that button has not come.'));
    },
    async pressOnPage(window, ...titles) {
      for (const title of titles) {
        const problem = 'That button is not there: do the steps before this one first.';
        await pressOn(await soon(() => buttonOnPage(window, title), problem));
      }
    },
    async until(cameAbout) {
      await soon(() => cameAbout() || undefined, '').catch(() => undefined);
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
  };
}

function must(outcome: { ok: boolean; message: string }): void {
  if (!outcome.ok) throw new Error(outcome.message);
}

const conversationOf = (
  state: ShowState,
  person: string,
  place: 'personal' | 'meeting',
): string | undefined =>
  place === 'meeting'
    ? meetingOf(state, person)?.chatId
    : state.conversations.find((one) => one.kind === 'personal' && one.person === person)?.id;

/** Fills in the registration page in Daniel's window and sends it. */
async function registerDaniel(state: ShowState): Promise<void> {
  const daniel = state.people.find((one) => one.key === 'daniel');
  const briefing = nextBriefingOf(state, 'priya', Date.now() + state.offset);
  if (!daniel || !briefing) throw new Error('There is no North West briefing to register for.');
  const answers = [
    ['Briefing', briefing.code],
    ['Your name', daniel.name],
    ['Your mail address', daniel.email],
    ['I am a', 'parish-councillor'],
    ['Postcode', 'Oldham'],
  ] as const;
  for (const [label, value] of answers) {
    await fill(await soon(() => fieldOnPage('two', label), 'The registration page has not opened.'), value);
  }
  await pressOn(await soon(() => buttonOnPage('two', /^register/i), 'The registration page has no button.'));
}
