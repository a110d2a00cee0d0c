import { Badge, Button } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronUp16Regular, People16Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { QueueItem } from '../../../contract/questions.js';
import { useText } from '../../text/useText.js';
import { usePanelStyles } from './Panel.styles.js';
import type { Wording } from './useDecisions.js';

export interface WordingsProps {
  readonly item: QueueItem;
  readonly busy: boolean;
  /** Absent where nothing can be decided any more. */
  readonly onSplit?: (wording: Wording) => void;
}

/** How many ask a question, and their other wordings, each of which can be taken out. */
export function Wordings({ item, busy, onSplit }: WordingsProps) {
  const text = useText();
  const styles = usePanelStyles();
  const list = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles.asked}>
        <Badge appearance="tint" color="brand" icon={<People16Regular />}>
          {text.queue.askedBy(item.askers)}
        </Badge>
        <Button
          size="small"
          appearance="transparent"
          aria-expanded={open}
          aria-controls={list}
          icon={open ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
          iconPosition="after"
          onClick={() => {
            setOpen(!open);
          }}
        >
          {text.queue.wordings(item.wordings.length)}
        </Button>
      </div>
      <ul id={list} hidden={!open} className={open ? styles.wordings : undefined}>
        {item.wordings.map((wording) => (
          <li key={wording.id} className={styles.wording}>
            <p id={`q-${wording.id}`} className={styles.question}>
              {wording.text}
            </p>
            {onSplit && (
              <Button
                size="small"
                title={text.queue.splitHint}
                disabledFocusable={busy}
                aria-describedby={`q-${wording.id}`}
                onClick={() => {
                  onSplit(wording);
                }}
              >
                {text.queue.split}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
