import { Button, Field, Spinner, Textarea, mergeClasses } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { MESSAGE_LIMIT } from '../../../contract/shared.js';
import { failureSentence } from '../../text/failure.js';
import type { Text } from '../../text/en.js';
import { useText } from '../../text/useText.js';
import { useSectionStyles } from '../Page/useSectionStyles.js';
import { Outcome } from '../Outcome/Outcome.js';
import { useAskBoxStyles } from './AskBox.styles.js';
import { useAskBox, type AskBoxState } from './useAskBox.js';

const COUNT_FROM = 0.8 * MESSAGE_LIMIT;

export interface AskBoxProps {
  readonly briefing?: string;
  /** Called when a question was taken, for lists that show it. */
  readonly onAsked: () => void;
}

/** Where a person asks, and reads at once what becomes of it. */
export function AskBox({ briefing, onAsked }: AskBoxProps) {
  const ask = useAskBox(briefing, onAsked);
  const text = useText();
  const sections = useSectionStyles();
  const styles = useAskBoxStyles();
  const problem = problemSentence(text, ask);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void ask.send();
  };
  if (ask.outcome) {
    return (
      <Outcome
        outcome={ask.outcome}
        busy={ask.busy}
        problem={problem}
        onChoose={(answer) => void ask.choose(answer)}
        onAnother={ask.startAnew}
      />
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask.send();
      }}
    >
      <Field
        label={text.ask.label}
        hint={text.ask.who}
        {...(problem ? { validationState: 'error' as const, validationMessage: problem } : {})}
      >
        <Textarea
          className={styles.box}
          resize="vertical"
          value={ask.draft}
          placeholder={text.ask.placeholder}
          onChange={(_, data) => {
            ask.write(data.value);
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div className={styles.foot}>
        <span className={styles.count}>
          {ask.draft.length >= COUNT_FROM && text.ask.count(ask.draft.trim().length, MESSAGE_LIMIT)}
        </span>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={ask.busy || ask.over > 0}
          icon={ask.busy ? <Spinner size="tiny" /> : <Send20Regular />}
        >
          {ask.busy ? text.ask.sending : text.ask.send}
        </Button>
      </div>
      <p className={mergeClasses(sections.small, styles.danger)}>
        {text.ask.danger}{' '}
        <a className={styles.nines} href="tel:999">
          999
        </a>
        .
      </p>
    </form>
  );
}

function problemSentence(text: Text, ask: AskBoxState): string | null {
  if (ask.over > 0) return text.ask.tooLong(ask.over);
  if (!ask.problem) return null;
  if (ask.problem.kind === 'empty') return text.ask.empty;
  const { failure } = ask.problem;
  const sentence = failureSentence(text, failure);
  return sentence === failure.message ? sentence : `${sentence} ${text.failure.kept} ${text.failure.danger}`;
}
