import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useDesk } from '../../api/useDesk.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { wait } from '../../host/timers.js';
import { failureSentence } from '../../text/failure.js';
import { useText } from '../../text/useText.js';

const CLOSING = 500;

/** Deletes what is known about the reader, after asking once. */
export function ForgetMe({ onForgotten }: { readonly onForgotten: (message: string) => void }) {
  const desk = useDesk();
  const text = useText();
  const sections = useSectionStyles();
  const opener = useRestoreFocusTarget();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function forget(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const result = await desk.forgetMe();
    setBusy(false);
    if (result.kind === 'failed') {
      setProblem(failureSentence(text, result.failure));
      return;
    }
    setAsking(false);
    // An open dialog hides the rest of the page from screen readers; it must have closed before the page changes.
    await wait(CLOSING);
    onForgotten(result.value.message);
  }

  return (
    <Dialog
      modalType="alert"
      open={asking}
      onOpenChange={(_, data) => {
        setAsking(data.open);
      }}
    >
      <div className={sections.spread}>
        <p className={sections.small}>{text.me.forgetHint}</p>
        <Button
          {...opener}
          appearance="subtle"
          onClick={() => {
            setProblem(null);
            setAsking(true);
          }}
        >
          {text.me.forget}
        </Button>
      </div>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text.me.forgetTitle}</DialogTitle>
          <DialogContent>
            <p className={sections.words}>{text.me.forgetBody}</p>
            {problem !== null && <p role="alert">{problem}</p>}
          </DialogContent>
          <DialogActions fluid>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              {text.me.keep}
            </Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void forget()}>
              {text.me.forgetYes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
