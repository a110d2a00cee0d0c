import { attendeeStatus } from '../../domain/briefing/briefing.js';
import { whenInWords } from '../../domain/briefing/words.js';
import { forceLine, linesFor, linesOfUse, type ContactLine } from '../../domain/guidance/contacts.js';
import { matchTopics } from '../../domain/guidance/match.js';
import type { Resource } from '../../domain/guidance/resource.js';
import { isDisputed, type Question } from '../../domain/question/question.js';
import type { AreaDirectory, Force } from '../../domain/routing/area-directory.js';
import type { Person } from '../../domain/shared/person.js';
import { regionById, type RegionId } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import { contextOf, triageBriefing } from './context.js';
import type { Outcome, OutcomeBriefing } from './outcome.js';
import { choicesFor, EMERGENCY_WORDS, wordsFor } from './outcome-words.js';
import type { BriefingContext, Briefings, GuidanceLibrary, QuestionStore, Triage } from './ports.js';

export interface ExplainPorts {
  readonly store: QuestionStore;
  readonly briefings: Briefings;
  readonly triage: Triage;
  readonly guidance: GuidanceLibrary;
  readonly forces: Pick<AreaDirectory, 'force'>;
}

/** How many briefings an outcome names, and how many are looked through for one that covers a topic. */
const NAMED = 3;
const LOOKED_THROUGH = 12;

/** What an emergency is answered, with or without a question kept. */
export const emergencyOutcome = (lines: readonly ContactLine[], question?: Question): Outcome => ({
  ...EMERGENCY_WORDS,
  id: question?.id ?? null,
  route: 'emergency',
  state: 'emergency',
  choices: question ? choicesFor(question, question.briefing === undefined ? 'none' : 'review') : [],
  lines: linesOfUse('emergency', lines),
  resources: [],
  briefings: [],
  withdrawable: false,
});

/** Says to its asker what has become of a question, with the lines, guidance and briefings that help. */
export const explainOutcome =
  (ports: ExplainPorts) =>
  async (question: Question, at: { person: Pick<Person, 'id' | 'area'>; now: Instant }): Promise<Outcome> => {
    if (question.state === 'emergency') return emergencyOutcome(ports.guidance.lines, question);
    const { state, route } = question;
    const withTeam = state === 'referred' || state === 'handed_over';
    const referral = withTeam ? await ports.store.referralOf(question.id) : undefined;
    const here = state === 'answered_here';
    const coming = here ? await ports.briefings.coming(at.person.id, at.now) : [];
    const queue = here
      ? (
          await contextOf(
            { ...ports.briefings, coming: () => Promise.resolve(coming) },
            { ...asked(question), ...at },
          )
        ).queue
      : question.briefing === undefined
        ? 'none'
        : 'review';
    return {
      ...wordsFor(question, referral),
      id: question.id,
      route,
      state,
      choices: choicesFor(question, queue),
      lines: linesOf(question, ports, at.person),
      resources: resourcesFor(question, ports.guidance),
      briefings: briefingsFor(question, { coming, now: at.now, triage: ports.triage }),
      withdrawable: !['answered', 'answered_here', 'withdrawn', 'forgotten', 'lapsed', 'declined'].includes(
        state,
      ),
    };
  };

const asked = ({ briefing, door }: Question) => ({ ...(briefing === undefined ? {} : { briefing }), door });

function linesOf(
  question: Question,
  { guidance, forces }: ExplainPorts,
  person: Pick<Person, 'area'>,
): readonly ContactLine[] {
  const force = person.area ? forces.force(person.area.force) : undefined;
  const lines = linesFor(nationOf(question, force), guidance.lines);
  const emergency = linesOfUse('emergency', lines);
  const police = force ? [forceLine(force)] : linesOfUse('non-emergency', lines);
  if (question.state === 'asked_back' || question.state === 'needs_area' || isReviewed(question))
    return [...emergency, ...police.slice(0, 1)];
  if (question.state !== 'answered_here') return [];
  if (question.route === 'suspicious_activity') {
    return [...linesOfUse('terrorism', lines), ...linesOfUse('radicalisation', lines), ...emergency];
  }
  return question.route === 'report_crime' ? [...police, ...emergency] : [];
}

const isReviewed = (question: Question): boolean => question.state === 'needs_review' && isDisputed(question);

/** A briefing's code begins with its region; Scotland and Northern Ireland report to forces of their own. */
function nationOf({ briefing }: Question, force: Force | undefined): Force['nation'] {
  if (force) return force.nation;
  if (briefing?.startsWith('SC-')) return 'scotland';
  if (briefing?.startsWith('NI-')) return 'northern-ireland';
  return 'england';
}

function resourcesFor({ state, route, text }: Question, guidance: GuidanceLibrary): readonly Resource[] {
  const helps = state === 'answered_here' && route !== 'event_help';
  return helps || state === 'declined' || state === 'lapsed' ? matchTopics(text, guidance.resources) : [];
}

function briefingsFor(
  question: Question,
  { coming, now, triage }: { coming: readonly BriefingContext[]; now: Instant; triage: Triage },
): readonly OutcomeBriefing[] {
  const open = coming.filter(({ briefing }) => attendeeStatus(briefing, now) !== 'over');
  if (question.route === 'out_of_scope') return covering(question, open, triage).slice(0, NAMED).map(named);
  if (question.route !== 'event_help' && question.route !== 'presenter') return [];
  const own = open.filter(({ registration }) => registration === 'confirmed');
  const others = open.filter((entry) => !own.includes(entry));
  return [...own, ...others].slice(0, NAMED).map(named);
}

/** The first briefing of each choice of topics that the question would belong to. */
function covering(
  question: Question,
  open: readonly BriefingContext[],
  triage: Triage,
): readonly BriefingContext[] {
  const seen = new Set<string>();
  const different = open.filter(({ briefing }) => {
    const topics = briefing.topics.map(({ title }) => title).join('|');
    if (briefing.code === question.briefing || seen.has(topics)) return false;
    seen.add(topics);
    return true;
  });
  return different.slice(0, LOOKED_THROUGH).filter((entry) => {
    const { kind, route } = triage.decide({ text: question.text, briefing: triageBriefing(entry) });
    return kind === 'decided' && route === 'presenter';
  });
}

const nameOf = (region: RegionId): string => regionById(region).name;

const named = ({ briefing, registration }: BriefingContext): OutcomeBriefing => ({
  code: briefing.code,
  regionName: nameOf(briefing.region),
  when: whenInWords(briefing),
  ...(registration === 'confirmed' && briefing.joinUrl !== undefined ? { joinUrl: briefing.joinUrl } : {}),
});
