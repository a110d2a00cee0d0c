import { Button } from '@fluentui/react-components';
import { PlugDisconnected48Regular } from '@fluentui/react-icons';
import type { Failure } from '../../api/result.js';
import { failureSentence } from '../../text/failure.js';
import { useText } from '../../text/useText.js';
import { useNoticeStyles } from './Notice.styles.js';

const HELPS: readonly Failure['kind'][] = ['offline', 'slow', 'broken', 'too-many', 'conflict', 'signed-out'];

export interface FailureViewProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
}

/** Says what went wrong and what to do; offers another try where one can help. */
export function FailureView({ failure, onAgain }: FailureViewProps) {
  const styles = useNoticeStyles();
  const text = useText();
  return (
    <div className={styles.root} role="alert">
      <span className={styles.icon}>
        <PlugDisconnected48Regular />
      </span>
      <h2 className={styles.title}>{text.failure.title}</h2>
      <p className={styles.hint}>{failureSentence(text, failure)}</p>
      {HELPS.includes(failure.kind) && (
        <Button appearance="primary" onClick={onAgain}>
          {text.failure.again}
        </Button>
      )}
    </div>
  );
}
