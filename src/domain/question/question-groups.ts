import type { Print } from './duplicates.js';
import { SAME_QUESTION, sameness } from './duplicates.js';
import { isInQueue } from './state.js';
import type { Question } from './question.js';

/** Questions of one briefing that ask the same, as its queue shows them: one line of several askers. */
export interface QuestionGroup {
  /** Whose words stand for the group: one that is taken already, else the earliest. */
  readonly lead: Question;
  readonly others: readonly Question[];
}

/** Only what presenters may read is ever grouped, and nothing that one of them has set apart or whose words are gone. */
export const mayBeGrouped = (question: Question): boolean =>
  question.briefing !== undefined &&
  question.cleared &&
  question.route === 'presenter' &&
  question.apart !== true &&
  question.state !== 'forgotten' &&
  question.text !== '' &&
  !question.text.startsWith('[removed');

/**
 * The groups of one briefing's questions; who stands alone is in none. Pure: whatever order the questions came in, the
 * same questions give the same groups, so two that arrive at once need no lock. A question joins the earliest one that
 * it repeats. One that was answered or taken back still holds its repeats together, but is not shown among them.
 */
export function groupQuestions(
  questions: readonly Question[],
  print: (text: string) => Print | undefined,
): readonly QuestionGroup[] {
  const shown = gather(questions.filter(mayBeGrouped).sort(byTime), print).flatMap(asShown);
  return shown.flatMap((members) => {
    const [lead, ...others] = [...members].sort(leadFirst);
    return lead && others.length > 0 ? [{ lead, others }] : [];
  });
}

/** How many people stand behind a question and those that repeat it. */
export const askersOf = ({ lead, others }: QuestionGroup): number =>
  new Set([lead, ...others].map(({ asker }) => asker)).size;

const byTime = (one: Question, other: Question): number =>
  one.askedAt.localeCompare(other.askedAt) || one.id.localeCompare(other.id);

const leadFirst = (one: Question, other: Question): number =>
  Number(other.state === 'accepted') - Number(one.state === 'accepted') || byTime(one, other);

function gather(
  questions: readonly Question[],
  print: (text: string) => Print | undefined,
): readonly (readonly Question[])[] {
  const groups: { readonly print: Print; readonly members: Question[] }[] = [];
  const byRoot = new Map<string, Set<number>>();
  for (const question of questions) {
    const read = print(question.text);
    if (!read) continue;
    const roots = [...read.about.keys()];
    // Who shares no word is not compared: most questions of a briefing share none.
    const near = [...new Set(roots.flatMap((root) => [...(byRoot.get(root) ?? [])]))].sort((a, b) => a - b);
    const at = near.find((index) => sameness(groups[index]?.print ?? read, read) >= SAME_QUESTION);
    if (at !== undefined) {
      groups[at]?.members.push(question);
      continue;
    }
    for (const root of roots) byRoot.set(root, (byRoot.get(root) ?? new Set()).add(groups.length));
    groups.push({ print: read, members: [question] });
  }
  return groups.map(({ members }) => members);
}

/**
 * What still wants a presenter's decision stands together; so does what was answered, and what was declined. What has
 * come back to a moderator stands alone, whatever it was before: presenters cannot see it, so it must not hide another.
 */
function asShown(members: readonly Question[]): readonly (readonly Question[])[] {
  return [
    members.filter((question) => isInQueue(question) && question.state !== 'needs_review'),
    members.filter(({ state }) => state === 'answered'),
    members.filter(({ state }) => state === 'declined'),
  ];
}

/** A short mark by which a reader says which wordings they had seen: no id needs to travel ten times in a card. */
export function markOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The marks of everything a group shows besides its lead. */
export const marksOf = (others: readonly Question[]): string => others.map(({ id }) => markOf(id)).join('.');
