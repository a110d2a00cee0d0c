import type { WorldEntry } from '../../show/feed.js';
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
const MEETING_CHAT: Surface = { kind: 'meeting', side: 'chat' };
const PANEL: Surface = { kind: 'panel' };
const CHANNEL: Surface = { kind: 'channel' };

const OPENING = {
  one: { person: 'priya', surface: CHAT },
  two: { person: 'maya', surface: MEETING },
  three: { person: 'tom', surface: PANEL },
  four: { person: 'hannah', surface: CHANNEL },
} as const;

interface Since {
  readonly state: ShowState;
  readonly mark: Mark;
}

/** The lead has typed such words since. */
const said = ({ state, mark }: Since, words: RegExp): boolean =>
  state.messages.some((one) => one.from === 'priya' && !mark.messages.has(one.id) && words.test(one.text));

const answered = ({ state, mark }: Since, person: string): boolean => {
  const own = state.messages.filter((one) => one.from === person && !mark.messages.has(one.id)).at(-1);
  return (
    own !== undefined &&
    state.messages.some(
      (one) => one.from === 'bot' && one.id > own.id && one.conversationId === own.conversationId,
    )
  );
};

/** How often such a thing has left the desk since. */
const happened = ({ state, mark }: Since, kind: WorldEntry['kind'], words: RegExp): number =>
  state.world.filter(
    (one) => one.id > mark.world && one.kind === kind && words.test(`${one.title} ${one.detail}`),
  ).length;

interface Question {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly happens: string;
  readonly look: string;
  readonly lit: readonly WindowId[];
  readonly mention?: boolean;
  readonly done?: (since: Since) => boolean;
}

const question = ({ text, mention = false, done, ...words }: Question): TourStep => ({
  ...words,
  byHand: `Type as Maya, in ${mention ? 'the meeting chat' : 'her private chat'}: “${text}”`,
  button: 'Type it as Maya',
  windows: mention ? { ...OPENING, two: { person: 'maya', surface: MEETING_CHAT } } : OPENING,
  run: (tools) => tools.say('two', { person: 'maya', text, place: mention ? 'meeting' : 'personal' }),
  done: (state, mark) => answered({ state, mark }, 'maya') && (done?.({ state, mark }) ?? true),
});

export const FIRST: TourStep = {
  id: 'schedule',
  title: 'Plan a year in one line',
  happens:
    'Priya leads the North West, which meets on first Thursdays. One more sentence gives a second series: seven dates, with bank holidays, recess and other briefings marked, before anything is made.',
  look: 'Priya’s chat, on the left.',
  byHand: 'Type in Priya’s chat: “schedule 2027 North West second Tuesday 18:00”.',
  button: 'Type it as Priya',
  windows: OPENING,
  lit: ['one'],
  run: (tools) => tools.say('one', { person: 'priya', text: tools.state().tourCommand, place: 'personal' }),
  done: (state, mark) => said({ state, mark }, /schedule/i) && answered({ state, mark }, 'priya'),
};

/** The last request of the four that a meeting takes. */
const SETTINGS_READ = /settings read back$/i;

/** The five-minute story, in order. */
export const STEPS: readonly TourStep[] = [
  FIRST,
  {
    id: 'confirm',
    title: 'Confirm: seven meetings',
    happens:
      'Seven Teams meetings go into the region’s calendar. Attendees are never put on them; lobby, presenters and chat are set and read back before a briefing is published.',
    look: 'The strip below: each Graph request, as Microsoft would have got it. Open one.',
    byHand: 'Press Confirm on Priya’s card.',
    button: 'Press Confirm',
    windows: OPENING,
    lit: ['one'],
    async run(tools) {
      const made = (): number => tools.state().world.filter((one) => SETTINGS_READ.test(one.title)).length;
      const before = made();
      await tools.press('one', /^confirm/i);
      await tools.until(() => made() >= before + 7);
      await tools.press('one', /^refresh/i);
    },
    done: (state, mark) => happened({ state, mark }, 'graph', /POST .*\/events$/) >= 7,
  },
  {
    id: 'register',
    title: 'A stranger asks for a place',
    happens:
      'Daniel, a parish councillor, has no Teams account. He registers on a web page with no password; because nobody knows him yet, a lead decides.',
    look: 'Daniel’s browser, second window. The page tells him the same whether or not he is known.',
    byHand: 'Fill in the form in Daniel’s window, with daniel.whitlock@saddleworth.test.',
    button: 'Fill in Daniel’s form',
    windows: { ...OPENING, two: { person: 'daniel', surface: { kind: 'browser', url: '/register' } } },
    lit: ['two'],
    run: (tools) => tools.registerDaniel(),
    done: (state, mark) =>
      happened({ state, mark }, 'mail', /daniel/i) + happened({ state, mark }, 'card', /daniel/i) > 0,
  },
  {
    id: 'approve',
    title: 'The lead approves him',
    happens:
      'Priya sees who waits and why, and approves. Daniel alone gets a mail with his own calendar file and a personal link.',
    look: 'Daniel’s inbox: the calendar file names nobody else. His link opens his own page.',
    byHand: 'Type “approvals” in Priya’s chat and press Approve.',
    button: 'Approve as Priya',
    windows: { ...OPENING, two: { person: 'daniel', surface: { kind: 'mail' } } },
    lit: ['one', 'two'],
    async run(tools) {
      await tools.say('one', { person: 'priya', text: 'approvals', place: 'personal' });
      await tools.press('one', /^approve/i);
    },
    done: (state, mark) => happened({ state, mark }, 'mail', /registered.*daniel/i) > 0,
  },
  {
    id: 'begin',
    title: 'Move the clock: the briefing begins',
    happens: 'A month goes by in a moment: reminders go out the day before, and the briefing starts.',
    look: 'Maya, a councillor in Manchester, joins as a guest; Tom presents. The strip shows the reminders.',
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
    text: 'Someone photographed my house twice this week. Could an officer come and look at my security?',
    happens:
      'A question about one person’s own safety goes to that person’s local policing team, privately, with a response clock.',
    look: 'The adviser’s channel on the right. The presenter and the other attendees never see it.',
    lit: ['two', 'four'],
    done: (since) => happened(since, 'referral', /./) > 0,
  }),
  question({
    id: 'scope',
    title: 'For the briefing: the presenter’s queue',
    text: 'What should a small office do first when a suspicious parcel arrives?',
    happens: 'A question that the briefing covers goes to the presenter, without the asker’s name.',
    look: 'Tom’s side panel: the question appears live.',
    lit: ['two', 'three'],
  }),
  question({
    id: 'outside',
    title: 'Neither: an answer instead of silence',
    text: 'What do you think of the new police budget?',
    happens:
      'What a security briefing cannot help with is said plainly, with somewhere to turn to. Nothing is dropped in silence.',
    look: 'The meeting chat: the answer is for Maya’s eyes only.',
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
    run: (tools) => tools.pressOnPage('three', /^accept$/i, /accepted$/i, /^answered$/i),
    done: (state, mark) => happened({ state, mark }, 'card', /was answered.*okafor/i) > 0,
  },
  {
    id: 'acknowledge',
    title: 'The local team takes it up',
    happens:
      'Hannah, the force’s adviser for elected officials, acknowledges the referral. Maya is told who has it and when she will hear.',
    look: 'The channel card, then Maya’s private chat.',
    byHand: 'Press Acknowledge on the card in Hannah’s channel.',
    button: 'Acknowledge as Hannah',
    windows: OPENING,
    lit: ['two', 'four'],
    run: (tools) => tools.press('four', /^acknowledge/i),
    done: (state, mark) =>
      happened({ state, mark }, 'card', /okafor/i) + happened({ state, mark }, 'mail', /okafor/i) > 0,
  },
];
