import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { QueueItem } from '../../../contract/questions.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useText } from '../../text/useText.js';

const REASON_LIMIT = 400;

export interface DeclineDialogProps {
  readonly item: QueueItem;
  readonly onCancel: () => void;
  readonly onDecline: (reason: string) => void;
}

/** Asks for the reason that the asker will read. */
export function DeclineDialog({ item, onCancel, onDecline }: DeclineDialogProps) {
  const text = useText();
  const sections = useSectionStyles();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const length = reason.trim().length;
  const problem =
    length > REASON_LIMIT
      ? text.queue.declineLong(REASON_LIMIT)
      : tried && length === 0
        ? text.queue.declineEmpty
        : null;
  const decline = (): void => {
    setTried(true);
    if (length > 0 && length <= REASON_LIMIT) onDecline(reason.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={() => {
        onCancel();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text.queue.declineTitle}</DialogTitle>
          <DialogContent className={sections.section}>
            {[item, ...item.wordings].map(({ id, text: words }) => (
              <p key={id} className={sections.words}>
                {words}
              </p>
            ))}
            <Field
              required
              label={text.queue.declineLabel}
              hint={text.queue.declineHint(item.askers)}
              {...(problem === null ? {} : { validationMessage: problem, validationState: 'error' as const })}
            >
              <Textarea
                value={reason}
                onChange={(_, data) => {
                  setReason(data.value);
                }}
              />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onCancel}>{text.queue.cancel}</Button>
            <Button appearance="primary" onClick={decline}>
              {text.queue.decline}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
