import { loadWordVectors } from '../../adapters/triage-models/word-vectors.js';
import { weightiest, type CorrectingRole } from '../../domain/question/correction.js';
import { languageOf, maskIdentities, nameTeller } from '../../domain/question/mask.js';
import type { ExitStatus, Io } from '../io.js';
import type { Desk } from '../store.js';

/**
 * Messages that triage sent one way and a human another, a line each, as the corpus takes them: the words with what may
 * tell somebody masked, the asker's own name too, and no person, no sign-in, no id of a question; the day, not the
 * hour. Words that were erased, or removed after their time, are gone from here too, because they were never copied.
 */
export async function exportCorrections(desk: Pick<Desk, 'database'>, io: Io): Promise<ExitStatus> {
  const mayBeName = nameTeller(loadWordVectors());
  const said = Map.groupBy(await readCorrections(desk), ({ question_id }) => question_id);
  let lines = 0;
  for (const corrections of said.values()) {
    const last = weightiest(corrections.map((row) => ({ ...row, role: row.role as CorrectingRole })));
    // Who only confirmed what triage had guessed has corrected somebody else's click.
    if (!last || last.route === last.guessed) continue;
    const text = maskIdentities(last.text, mayBeName, last.asker ?? '');
    const model = last.evidence['model'];
    lines += 1;
    io.out(
      JSON.stringify({
        id: `correction-${last.id.slice(0, 13)}`,
        briefing: last.briefing_code ?? 'none',
        text,
        route: last.route,
        lang: languageOf(text),
        topics: last.topics,
        guessed: last.guessed,
        confidence: Math.round(last.confidence * 1000) / 1000,
        by: last.role,
        model: typeof model === 'string' ? model : null,
        at: last.at.toISOString().slice(0, 10),
      }),
    );
  }
  io.err(
    `${String(lines)} line(s). Names, addresses and numbers are masked by rule, and a rule can miss one: read them before they go anywhere, and keep them as long as the questions.`,
  );
  return 0;
}

const readCorrections = ({ database: { db } }: Pick<Desk, 'database'>) =>
  db
    .selectFrom('corrections')
    .innerJoin('questions', 'questions.id', 'corrections.question_id')
    .leftJoin('people', 'people.id', 'questions.person_id')
    .select(['corrections.id', 'corrections.question_id', 'corrections.route', 'corrections.role'])
    .select(['corrections.topics', 'corrections.at'])
    .select(['questions.text', 'questions.briefing_code', 'questions.confidence', 'questions.evidence'])
    .select(['questions.route as guessed', 'people.name as asker'])
    .where('questions.state', '<>', 'forgotten')
    .where('questions.text', '<>', '')
    .where('questions.text', 'not like', '[removed%')
    .orderBy('corrections.at')
    .orderBy('corrections.id')
    .execute();
