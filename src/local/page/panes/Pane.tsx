import { Avatar } from '@fluentui/react-components';
import { useLayout, type Window } from '../state/layout.js';
import { personOf, useShow } from '../state/useShow.js';
import { BrowserSurface } from '../surfaces/BrowserSurface.js';
import { ChannelSurface } from '../surfaces/ChannelSurface.js';
import { ChatSurface } from '../surfaces/ChatSurface.js';
import { MailSurface } from '../surfaces/MailSurface.js';
import { MeetingSurface } from '../surfaces/MeetingSurface.js';
import { PanelSurface } from '../surfaces/PanelSurface.js';
import { WindowMenu } from './WindowMenu.js';

/** One person's window. */
export function Pane({ window, lit }: { readonly window: Window; readonly lit: boolean }) {
  const show = useShow();
  const person = personOf(show, window.person);
  return (
    <section
      className={lit ? 'pane lit' : 'pane'}
      data-window={window.id}
      aria-label={`${person.name}, ${person.caption}`}
    >
      <header className="pane-head">
        <Avatar
          name={person.name}
          size={32}
          color="colorful"
          badge={{ status: 'available', 'aria-hidden': true }}
          aria-hidden
        />
        <div className="who">
          <h2>{person.name}</h2>
          <p>{person.caption}</p>
        </div>
        <WindowMenu window={window} />
      </header>
      <div className="pane-body">
        <SurfaceOf key={`${window.person} ${window.surface.kind}`} window={window} />
      </div>
    </section>
  );
}

function SurfaceOf({ window }: { readonly window: Window }) {
  const layout = useLayout();
  const { person, surface, id } = window;
  const onLink = (url: string): void => {
    const target = new URL(url, location.href);
    // Our own pages open in the person's window, like a click in their browser; others in a new tab.
    const ours =
      target.origin === location.origin || target.hostname === '127.0.0.1' || target.hostname === 'localhost';
    if (ours) layout.show(id, { surface: { kind: 'browser', url: target.pathname + target.search } });
    else globalThis.open(target.href, '_blank', 'noopener,noreferrer');
  };
  switch (surface.kind) {
    case 'chat':
      return <ChatSurface window={id} person={person} page={surface.page ?? 'chat'} onLink={onLink} />;
    case 'meeting':
      return <MeetingSurface window={id} person={person} side={surface.side} onLink={onLink} />;
    case 'panel':
      return <PanelSurface person={person} onLink={onLink} />;
    case 'channel':
      return <ChannelSurface window={id} person={person} onLink={onLink} />;
    case 'mail':
      return <MailSurface person={person} onLink={onLink} />;
    case 'browser':
      return <BrowserSurface url={surface.url} />;
  }
}
