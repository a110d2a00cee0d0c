import type { ShowState } from '../state/show-state.js';
import type { Surface, WindowId } from '../state/layout.js';
import type { TourTools } from './tools.js';

/** How things stood when a step began: what came later is the visitor's or the tour's doing. */
export interface Mark {
  readonly world: number;
  readonly messages: ReadonlySet<string>;
  readonly now: number;
}

export interface TourStep {
  readonly id: string;
  readonly title: string;
  /** What happens, in one or two sentences. */
  readonly happens: string;
  /** Where to look. */
  readonly look: string;
  /** How to do it without the button. */
  readonly byHand: string;
  readonly button: string;
  readonly windows: Readonly<
    Partial<Record<WindowId, { readonly person: string; readonly surface: Surface }>>
  >;
  /** The windows to watch. */
  readonly lit: readonly WindowId[];
  readonly run: (tools: TourTools) => Promise<void>;
  /** True when it has been done, by the button or by hand. */
  readonly done: (state: ShowState, mark: Mark) => boolean;
}

const CHAT: Surface = { kind: 'chat' };
const MEETING: Surface = { kind: 'meeting', side: 'private' };
const PANEL: Surface = { kind: 'panel' };
const CHANNEL: Surface = { kind: 'channel' };

const OPENING = {
  one: { person: 'priya', surface: CHAT },
  two: { person: 'maya', surface: MEETING },
  three: { person: 'tom', surface: PANEL },
  four: { person: 'hannah', surface: CHANNEL },
} as const;

/** The lead has typed such words since. */
const said = (state: ShowState, mark: Mark, words: RegExp): boolean =>
  state.messages.some((one) => one.from === 'priya' && !mark.messages.has(one.id) && words.test(one.text));

const answered = (state: ShowState, mark: Mark, person: string): boolean => {
  const own = state.messages.filter((one) => one.from === person && !mark.messages.has(one.id)).at(-1);
  return (
    own !== undefined &&
    state.messages.some(
      (one) => one.from === 'bot' && one.id > own.id && one.conversationId === own.conversationId,
    )
  );
};

const happened = (
  since: { readonly state: ShowState; readonly mark: Mark },
  kind: 'graph' | 'mail' | 'card' | 'referral',
  words: RegExp,
): number =>
  since.state.world.filter(
    (one) => one.id > since.mark.world && one.kind === kind && words.test(`${one.title} ${one.detail}`),
  ).length;

const question = (input: {
  id: string;
  title: string;
  text: string;
  happens: string;
  look: string;
  lit: readonly WindowId[];
  mention?: boolean;
}): TourStep => ({
  id: input.id,
  title: input.title,
  happens: input.happens,
  look: input.look,
  byHand: `Type it yourself as Maya${input.mention ? ', in the meeting chat' : ', in her private chat'}.`,
  button: 'Type it as Maya',
  windows: OPENING,
  lit: input.lit,
  async run(tools) {
    tools.side(input.mention ? 'chat' : 'private');
    await tools.type('two', input.text);
    await tools.send('two', {
      person: 'maya',
      text: input.text,
      place: input.mention ? 'meeting' : 'personal',
    });
  },
  done: (state, mark) => answered(state, mark, 'maya'),
});

export const FIRST: TourStep = {
  id: 'schedule',
  title: 'Plan a year in one line',
  happens:
    'Priya leads the North West. One sentence gives the seven dates of a year, with bank holidays, recess and clashes marked, before anything is made.',
  look: 'Priya’s chat, on the left.',
  byHand: 'Type the command in Priya’s chat and press Enter.',
  button: 'Type it as Priya',
  windows: OPENING,
  lit: ['one'],
  async run(tools) {
    await tools.type('one', tools.state().tourCommand);
    await tools.send('one', { person: 'priya', text: tools.state().tourCommand, place: 'personal' });
  },
  done: (state, mark) => said(state, mark, /schedule/i) && answered(state, mark, 'priya'),
};

/** The five-minute story, in order. */
export const STEPS: readonly TourStep[] = [
  FIRST,
  {
    id: 'confirm',
    title: 'Confirm: seven meetings',
    happens:
      'Seven Teams meetings go into the region’s calendar. Attendees are never put on them; lobby, presenters and chat are set and read back before a briefing is published.',
    look: 'The strip below: each Graph request, as Microsoft would have got it.',
    byHand: 'Press Confirm on Priya’s card.',
    button: 'Press Confirm',
    windows: OPENING,
    lit: ['one'],
    run: (tools) => tools.press('priya', /^confirm/i),
    done: (state, mark) => happened({ state, mark }, 'graph', /POST .*\/events$/) >= 7,
  },
  {
    id: 'register',
    title: 'A stranger asks for a place',
    happens:
      'Daniel, a parish councillor, has no Teams account. He registers on a web page with no password; because nobody knows him yet, a lead decides.',
    look: 'Daniel’s browser, second window. He is told the same whether or not he is known.',
    byHand: 'Fill in the form in Daniel’s window: daniel.whitlock@saddleworth.test.',
    button: 'Send Daniel’s form',
    windows: { ...OPENING, two: { person: 'daniel', surface: { kind: 'browser', url: '/register' } } },
    lit: ['two'],
    run: (tools) => tools.registerDaniel(),
    done: (state, mark) => tourFlag(state, mark, 'daniel'),
  },
  {
    id: 'approve',
    title: 'The lead approves him',
    happens:
      'Priya sees who waits and why, and approves. Daniel alone gets a mail with his own calendar file and a personal link.',
    look: 'Daniel’s inbox: the calendar file names nobody else.',
    byHand: 'Type “approvals” in Priya’s chat and press Approve.',
    button: 'Approve as Priya',
    windows: { ...OPENING, two: { person: 'daniel', surface: { kind: 'mail' } } },
    lit: ['one', 'two'],
    async run(tools) {
      await tools.type('one', 'approvals');
      await tools.send('one', { person: 'priya', text: 'approvals', place: 'personal' });
      await tools.pause(600);
      await tools.press('priya', /^approve/i);
    },
    done: (state, mark) =>
      said(state, mark, /approvals/i) && happened({ state, mark }, 'mail', /daniel\.whitlock/) > 0,
  },
  {
    id: 'begin',
    title: 'Move the clock: the briefing begins',
    happens: 'It is a month later, and the North West briefing starts. Reminders went out on the way.',
    look: 'Maya, a councillor in Manchester, joins as a guest; Tom presents.',
    byHand: 'Use the clock at the top, or “Move the clock to its start”.',
    button: 'Start the briefing',
    windows: OPENING,
    lit: ['two', 'three'],
    run: (tools) => tools.startBriefing(),
    done: (state) => state.meetings.some((one) => one.state === 'running' && 'maya' in one.roles),
  },
  question({
    id: 'danger',
    title: 'Danger: 999 first',
    text: 'There is a man with a knife trying to break down my front door',
    happens:
      'A message that may be an emergency is answered with 999 at once, even if database, calendar and network are down.',
    look: 'Maya’s private chat. Nothing of it reaches the presenter.',
    lit: ['two'],
  }),
  question({
    id: 'specific',
    title: 'About me: my own police team',
    text: 'Should I put a second camera over the door of my office in Levenshulme?',
    happens:
      'A question about one person’s own safety goes to that person’s local policing team, privately, with a response clock.',
    look: 'The adviser’s channel on the right. The presenter and the other attendees never see it.',
    lit: ['two', 'four'],
  }),
  question({
    id: 'scope',
    title: 'For the briefing: the presenter’s queue',
    text: 'Which everyday habits from the Blue Book matter most for a small office?',
    happens: 'A question that the briefing covers goes to the presenter, without the asker’s name.',
    look: 'Tom’s side panel: the question appears live.',
    lit: ['two', 'three'],
  }),
  question({
    id: 'outside',
    title: 'Neither: guidance instead of silence',
    text: 'When will the potholes on our road be repaired?',
    happens:
      'What the briefing cannot help with is said plainly, with the right place to turn to. Nothing is dropped in silence.',
    look: 'Maya’s answer, which only she can see.',
    lit: ['two'],
    mention: true,
  }),
  {
    id: 'answer',
    title: 'The presenter answers',
    happens: 'Tom accepts the question and answers it in the room. The asker is told within seconds.',
    look: 'Tom’s side panel, then Maya’s private chat.',
    byHand: 'Press Accept, then Answered, in Tom’s side panel.',
    button: 'Accept and answer as Tom',
    windows: OPENING,
    lit: ['two', 'three'],
    async run(tools) {
      tools.side('private');
      await tools.answerAsTom();
    },
    done: (state, mark) => happened({ state, mark }, 'card', /Okafor/) > 0,
  },
  {
    id: 'acknowledge',
    title: 'The local team makes contact',
    happens:
      'Hannah, the force’s adviser, acknowledges the referral. Its clock stops, and Maya is told who has it.',
    look: 'The channel card, then Maya’s private chat.',
    byHand: 'Press Acknowledge on the card in Hannah’s channel.',
    button: 'Acknowledge as Hannah',
    windows: OPENING,
    lit: ['two', 'four'],
    async run(tools) {
      tools.side('private');
      await tools.press('hannah', /^acknowledge/i);
    },
    done: (state, mark) =>
      happened({ state, mark }, 'card', /Okafor/) + happened({ state, mark }, 'mail', /okafor/) > 0,
  },
];

/** Set by the tour's own form; by hand it shows as a card or mail about the new registration. */
function tourFlag(state: ShowState, mark: Mark, name: string): boolean {
  return (
    happened({ state, mark }, 'mail', new RegExp(name, 'i')) +
      happened({ state, mark }, 'card', new RegExp(name, 'i')) >
    0
  );
}
