import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { SentMail } from '../../outbox.js';
import type { WorldEntry } from '../../show/feed.js';
import { Card } from '../cards/Card.js';
import { useLayout } from '../state/layout.js';
import { useShow } from '../state/useShow.js';
import { MailView } from './MailView.js';

const nothing = (): void => undefined;

/** An entry of the strip, opened: as its reader sees it, and as it travelled. */
export function WorldDialog({
  entry,
  onClose,
}: {
  readonly entry: WorldEntry;
  readonly onClose: () => void;
}) {
  const [view, setView] = useState(entry.kind === 'graph' ? 'json' : 'preview');
  return (
    <Dialog
      open
      onOpenChange={(_, data) => {
        if (!data.open) onClose();
      }}
    >
      <DialogSurface className="wide-dialog">
        <DialogBody>
          <DialogTitle>{entry.title}</DialogTitle>
          <DialogContent>
            {entry.kind !== 'mail' && <p className="faint">{entry.detail}</p>}
            {entry.kind !== 'graph' && (
              <TabList
                selectedValue={view}
                onTabSelect={(_, data) => {
                  setView(String(data.value));
                }}
              >
                <Tab value="preview">As it looks</Tab>
                <Tab value="json">As it travels</Tab>
              </TabList>
            )}
            <div className="opened">
              {view === 'json' ? <Json value={entry.content} /> : <Preview entry={entry} onClose={onClose} />}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const Json = ({ value }: { readonly value: unknown }) => (
  <pre tabIndex={0} aria-label="JSON">
    {JSON.stringify(value, null, 2)}
  </pre>
);

function Preview({ entry, onClose }: { readonly entry: WorldEntry; readonly onClose: () => void }) {
  const show = useShow();
  const layout = useLayout();
  if (entry.kind !== 'mail') {
    return (
      <div inert>
        <Card content={entry.content as object} busy={false} onPressed={nothing} />
      </div>
    );
  }
  const mail = entry.content as SentMail;
  /** A link of ours opens in its reader's browser, in the second window. */
  const follow = (url: string): void => {
    const { hostname, pathname, search } = new URL(url, location.href);
    const reader = show.people.find((one) => one.email.toLowerCase() === mail.to.toLowerCase());
    if (!reader || !['127.0.0.1', 'localhost'].includes(hostname)) return;
    layout.show('two', { person: reader.key, surface: { kind: 'browser', url: pathname + search } });
    layout.bringForward('two');
    onClose();
  };
  return <MailView mail={mail} onLink={follow} />;
}
