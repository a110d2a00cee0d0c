import { LockClosed16Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { standAside } from '../host/teams-host.js';

/** A page of the desk in a plain browser, as somebody without Teams sees it. */
export function BrowserSurface({ url }: { readonly url: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => (frame.current ? standAside(frame.current) : undefined), [url]);
  return (
    <>
      <div className="surface-head browser-bar">
        <LockClosed16Regular aria-hidden />
        <span className="address">{shortened(url)}</span>
      </div>
      <iframe key={url} ref={frame} src={url} title="Web page" className="frame" />
    </>
  );
}

/** A personal link's token is long and of no use to a reader. */
const shortened = (url: string): string => (url.length > 40 ? `${url.slice(0, 39)}…` : url);
