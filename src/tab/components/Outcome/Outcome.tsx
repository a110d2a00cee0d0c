import { Button, Link, mergeClasses } from '@fluentui/react-components';
import type { z } from 'zod';
import type { choice, QuestionOutcome } from '../../../contract/questions.js';
import { focusOn } from '../../host/browser.js';
import { useText } from '../../text/useText.js';
import { HelpLines } from '../HelpLines/HelpLines.js';
import { emergencyFirst } from '../HelpLines/lines.js';
import { useSectionStyles } from '../Page/useSectionStyles.js';
import { useOutcomeStyles } from './Outcome.styles.js';

export interface OutcomeProps {
  readonly outcome: QuestionOutcome;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onChoose: (answer: z.infer<typeof choice>) => void;
  readonly onAnother: () => void;
}

/** What became of a message. The keyboard moves to its heading, so that it is read out. */
export function Outcome({ outcome, busy, problem, onChoose, onAnother }: OutcomeProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useOutcomeStyles();
  const emergency = outcome.kind === 'emergency';
  const lines = emergency ? emergencyFirst(outcome.lines, text) : outcome.lines;
  return (
    <section
      aria-label={text.ask.sent}
      className={mergeClasses(styles.root, emergency && styles.emergency)}
      data-outcome={outcome.kind}
    >
      <h3 ref={focusOn} tabIndex={-1} key={outcome.title} className={sections.heading}>
        {outcome.title}
      </h3>
      {emergency && <HelpLines lines={lines} />}
      <p className={sections.words}>{outcome.message}</p>
      {outcome.choices.length > 0 && (
        <div role="group" aria-label={text.outcome.choose} className={styles.choices}>
          {outcome.choices.map((one) => (
            <Button
              key={one.choice}
              className={styles.choice}
              disabledFocusable={busy}
              onClick={() => {
                onChoose(one.choice);
              }}
            >
              {one.label}
            </Button>
          ))}
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
      {!emergency && lines.length > 0 && <HelpLines lines={lines} />}
      <Resources outcome={outcome} />
      <Button className={styles.another} appearance="outline" onClick={onAnother}>
        {text.ask.another}
      </Button>
    </section>
  );
}

function Resources({ outcome }: { readonly outcome: QuestionOutcome }) {
  const text = useText();
  const sections = useSectionStyles();
  if (outcome.resources.length === 0) return null;
  return (
    <div className={sections.section}>
      <h4 className={sections.subheading}>{text.outcome.resources}</h4>
      <ul className={sections.list}>
        {outcome.resources.map((resource) => (
          <li key={resource.id}>
            <Link
              href={`/tab/guidance?entry=${encodeURIComponent(resource.id)}`}
              target="_blank"
              rel="noopener"
            >
              {resource.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
