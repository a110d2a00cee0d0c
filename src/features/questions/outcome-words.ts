import { dateInWords } from '../../domain/briefing/words.js';
import { outcomeSentence } from '../../domain/question/sentences.js';
import { isDisputed, type Question } from '../../domain/question/question.js';
import type { Choice, QueueAccess } from '../../domain/question/state.js';
import { londonClock, type Instant } from '../../domain/shared/time.js';
import type { Outcome } from './outcome.js';
import type { ReferralStatus } from './ports.js';

type Words = Pick<Outcome, 'kind' | 'title' | 'message'>;

export const EMERGENCY_WORDS: Words = {
  kind: 'emergency',
  title: 'Call 999 now',
  message:
    'If you or anyone else is in danger, or a crime is happening, call 999 and ask for the police. Nobody reads this desk as an emergency line, and no presenter sees what you wrote.',
};

/** Heading and message for a question as it stands. */
export function wordsFor(question: Question, referral: ReferralStatus | undefined): Words {
  switch (question.state) {
    case 'emergency':
      return EMERGENCY_WORDS;
    case 'asked_back':
      return {
        kind: 'asked_back',
        title: 'Where should this go?',
        message:
          'If somebody is in danger now, call 999. Otherwise please choose below: the desk is not sure, and nobody has seen your message yet.',
      };
    case 'needs_area':
      return {
        kind: 'needs_area',
        title: 'Which area are you in?',
        message:
          'This is about your own circumstances, so it goes privately to your local policing team and to nobody else. Give your postcode, council or constituency, and it is sent at once.',
      };
    case 'referred':
    case 'handed_over':
      return {
        kind: 'referred',
        title: 'With your local policing team',
        message: referredMessage(question, referral),
      };
    case 'waiting':
      return {
        kind: 'queued',
        title: 'Your question is in the queue',
        message: `The presenters of ${question.briefing ?? 'the briefing'} see it without your name. You will be told what becomes of it.`,
      };
    case 'needs_review':
      return {
        kind: 'queued',
        title: 'A moderator looks at it first',
        message:
          (isDisputed(question)
            ? 'If somebody is in danger now, call 999. A moderator reads it next. '
            : '') +
          'Then it goes to the presenters without your name, or privately to your local policing team. You will be told which.',
      };
    case 'accepted':
      return { kind: 'queued', title: 'Your question will be answered', message: outcomeSentence(question) };
    case 'answered_here':
      return answeredHere(question);
    case 'answered':
      return plain('Your question was answered', question);
    case 'declined':
      return plain('Your question was not taken up', question);
    case 'lapsed':
      return plain('Your question was not reached', question);
    case 'withdrawn':
    case 'forgotten':
      return plain('Your question is withdrawn', question);
  }
}

const plain = (title: string, question: Question): Words => ({
  kind: 'answered_here',
  title,
  message: outcomeSentence(question),
});

function answeredHere({ route }: Question): Words {
  switch (route) {
    case 'suspicious_activity':
      return {
        kind: 'answered_here',
        title: 'Please report this in confidence',
        message:
          'Tell the Anti-Terrorist Hotline or report it online, however small it seems. If it is happening now or somebody is in danger, call 999. No presenter sees what you wrote.',
      };
    case 'report_crime':
      return {
        kind: 'answered_here',
        title: 'Please report this to the police',
        message:
          'Call 101 or report it online, say that you hold a public or faith role, and keep the evidence. If somebody is in danger, call 999. The desk does not record crimes; it can tell your local policing team privately.',
      };
    case 'event_help':
      return {
        kind: 'answered_here',
        title: 'About the briefing',
        message:
          'Your next briefings stand below, with the join link where you have a place. Type “my briefings” to see or change your places, “register” for another one, or “my questions” to withdraw a question.',
      };
    case 'presenter':
      return {
        kind: 'answered_here',
        title: 'No briefing is open for questions',
        message:
          'Register for a briefing and ask again, before it or during it. Until then this guidance may help.',
      };
    default:
      return {
        kind: 'answered_here',
        title: 'This briefing does not cover that',
        message:
          'Questions here are about the topics of the briefing. If yours belongs there all the same, ask the presenters: a moderator looks at it first.',
      };
  }
}

function referredMessage(question: Question, referral: ReferralStatus | undefined): string {
  const where = outcomeSentence(question, referral);
  const privately = 'Presenters and other attendees do not see it. In danger, call 999.';
  if (!referral || (referral.state !== 'open' && referral.state !== 'passed-on'))
    return `${where} ${privately}`;
  const { acknowledgeBy, contactBy } = referral.due;
  return `${where} They are to confirm it by ${dayOf(acknowledgeBy)} and to be in touch by ${dayOf(contactBy)}. ${privately}`;
}

const dayOf = (at: Instant): string => dateInWords(londonClock(at).date);

const LABELS: Readonly<Record<Choice, string>> = {
  presenter: 'Ask the presenters',
  local: 'Privately to my local policing team',
  now: 'It is happening now',
};

/** What the asker can still choose, the likeliest first. */
export function choicesFor(question: Question, queue: QueueAccess): Outcome['choices'] {
  const presenter = queue === 'none' ? [] : [pick('presenter')];
  switch (question.state) {
    case 'asked_back':
      return [...presenter, pick('local'), pick('now')];
    case 'emergency':
      return [
        pick('local', 'Not an emergency: ask my local policing team'),
        ...presenter.map(() => pick('presenter', 'Not an emergency: ask the presenters')),
      ];
    case 'needs_review':
      return [
        pick('local', 'Send it to my local policing team instead'),
        ...(isDisputed(question) ? [pick('now')] : []),
      ];
    case 'waiting':
      return [pick('local', 'Send it to my local policing team instead')];
    case 'declined':
    case 'lapsed':
      return [pick('local')];
    case 'answered_here':
      return question.route === 'report_crime' || question.route === 'suspicious_activity'
        ? [pick('local', 'Tell my local policing team too'), ...elsewhere(presenter)]
        : elsewhere(presenter);
    default:
      return [];
  }
}

const elsewhere = (presenter: Outcome['choices']): Outcome['choices'] =>
  presenter.map(() => pick('presenter', 'Ask the presenters anyway'));

const pick = (choice: Choice, label = LABELS[choice]): Outcome['choices'][number] => ({ choice, label });
