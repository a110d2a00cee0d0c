import { LockClosed16Regular } from '@fluentui/react-icons';

/** A page of the desk in a plain browser, as somebody without Teams sees it. */
export function BrowserSurface({ url }: { readonly url: string }) {
  return (
    <>
      <div className="surface-head browser-bar">
        <LockClosed16Regular aria-hidden />
        <span className="address">{url}</span>
      </div>
      <iframe key={url} src={url} title={`Web page ${url}`} className="frame" />
    </>
  );
}
