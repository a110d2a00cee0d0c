import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useText } from '../../text/useText.js';

export interface Told {
  readonly intent: 'success' | 'warning' | 'error' | 'info';
  readonly words: string;
}

/** A sentence about what has just happened, until it is closed. */
export function ToldBar({ told, onClose }: { readonly told: Told | null; readonly onClose: () => void }) {
  const text = useText();
  if (!told) return null;
  return (
    <MessageBar
      intent={told.intent}
      layout="multiline"
      politeness={told.intent === 'error' ? 'assertive' : 'polite'}
    >
      <MessageBarBody>{told.words}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss20Regular />}
            aria-label={text.app.close}
            onClick={onClose}
          />
        }
      />
    </MessageBar>
  );
}
