import type { BriefingCode, PersonId, QuestionId } from '../shared/ids.js';
import type { Instant } from '../shared/time.js';
import type { Route, SecondOpinion } from './triage.js';

/** Where a question was asked. */
export type Door = 'personal' | 'meeting' | 'panel' | 'link';

/**
 * Where a question stands.
 * Still moving: `asked_back` its asker is to choose · `needs_area` it goes to a local team once the asker's area is
 * known · `needs_review` a moderator looks at it · `waiting` in the presenters' queue · `accepted` to be answered.
 * Named outcomes: `answered` · `declined` with a reason · `handed_over` a presenter or moderator gave it to the local
 * team · `referred` it went there at once · `answered_here` by lines to call and guidance · `emergency` · `lapsed`
 * nobody came to it in time, `reason` says why · `withdrawn` · `forgotten` with its asker.
 */
export type QuestionState =
  | 'asked_back'
  | 'needs_area'
  | 'needs_review'
  | 'waiting'
  | 'accepted'
  | 'answered'
  | 'declined'
  | 'handed_over'
  | 'referred'
  | 'answered_here'
  | 'emergency'
  | 'lapsed'
  | 'withdrawn'
  | 'forgotten';

export const QUESTION_STATES: readonly QuestionState[] = [
  'asked_back',
  'needs_area',
  'needs_review',
  'waiting',
  'accepted',
  'answered',
  'declined',
  'handed_over',
  'referred',
  'answered_here',
  'emergency',
  'lapsed',
  'withdrawn',
  'forgotten',
];

/** A message that an attendee asked, and what has become of it. */
export interface Question {
  readonly id: QuestionId;
  readonly asker: PersonId;
  /** The briefing whose presenters may get it. */
  readonly briefing?: BriefingCode;
  readonly text: string;
  readonly door: Door;
  /** Triage's decision, or its best guess where the asker was asked. */
  readonly route: Route;
  readonly confidence: number;
  /** The topic of the briefing that it is nearest to. */
  readonly topic?: string;
  /** What a second model made of it, where triage was not sure and one was asked. */
  readonly second?: SecondOpinion;
  readonly state: QuestionState;
  /** Why it was declined, in the presenter's words; `handed_over`, `briefing_over`, `no_area` or `no_queue` otherwise. */
  readonly reason?: string;
  /** Found fit for presenters: by triage, by its asker where triage leaned that way, or by a moderator. */
  readonly cleared: boolean;
  /** A presenter has said that it is not what others asked: it stands alone for good. */
  readonly apart?: true;
  /** Grows by one with every move. */
  readonly version: number;
  readonly askedAt: Instant;
  readonly changedAt: Instant;
}

const FINAL: ReadonlySet<QuestionState> = new Set<QuestionState>([
  'answered',
  'declined',
  'handed_over',
  'referred',
  'answered_here',
  'emergency',
  'lapsed',
  'withdrawn',
  'forgotten',
]);

/** Whether the question has reached a named outcome. */
export const isSettled = (state: QuestionState): boolean => FINAL.has(state);

/** Routes whose messages are about somebody's own circumstances: presenters never get them unread. */
export const isPrivateRoute = (route: Route): boolean =>
  route === 'emergency' ||
  route === 'suspicious_activity' ||
  route === 'report_crime' ||
  route === 'local_policing';

/** Two models read it differently, so it may be anything: its asker is told 999 and a moderator sees both readings. */
export const isDisputed = ({ route, second }: Pick<Question, 'route' | 'second'>): boolean =>
  second !== undefined && second.route !== route;

/** The longest message a person may send, in characters. */
export const QUESTION_LIMIT = 4000;
