import { makeStyles, tokens } from '@fluentui/react-components';
import type { MyQuestions as Asked } from '../../../contract/questions.js';
import type { Loading } from '../../api/useDesk.js';
import { useNow } from '../../host/timers.js';
import { failureSentence } from '../../text/failure.js';
import { ago } from '../../text/times.js';
import { useText } from '../../text/useText.js';
import { useSectionStyles } from '../Page/useSectionStyles.js';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  outcome: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** The reader's own questions and what became of each. */
export function MyQuestions({ questions }: { readonly questions: Loading<Asked> }) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useStyles();
  const now = useNow(60_000);
  const { state } = questions;
  return (
    <section className={sections.section} aria-label={text.mine.title} aria-busy={state.kind === 'loading'}>
      <h2 className={sections.heading}>{text.mine.title}</h2>
      {state.kind === 'failed' && <p className={sections.quiet}>{failureSentence(text, state.failure)}</p>}
      {state.kind === 'ready' && state.value.questions.length === 0 && (
        <p className={sections.quiet}>{text.mine.empty}</p>
      )}
      {state.kind === 'ready' && state.value.questions.length > 0 && (
        <ul className={styles.list}>
          {state.value.questions.map((question) => (
            <li key={question.id} className={styles.item}>
              <p className={sections.words}>{question.text}</p>
              <p className={styles.outcome}>{question.outcome}</p>
              <p className={sections.small}>
                {text.mine.asked(ago(text, question.askedAt, now))}
                {question.briefing !== null && ` · ${question.briefing}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
