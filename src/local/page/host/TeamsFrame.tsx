import { useEffect, useRef } from 'react';
import { useShow, personOf } from '../state/useShow.js';
import { useThemeName } from '../state/theme.js';
import { tabToken } from '../state/api.js';
import type { Meeting } from '../../connector/types.js';
import { hostFrame, type HostedContext, type TeamsHost } from './teams-host.js';

const TEAMS_THEME = { light: 'default', dark: 'dark', contrast: 'contrast' } as const;

/** The tab app in a frame, with this page as its Teams client. */
export function TeamsFrame({
  person,
  path,
  title,
  frame,
  meeting,
  onLink,
}: {
  readonly person: string;
  readonly path: string;
  readonly title: string;
  readonly frame: HostedContext['frame'];
  readonly meeting?: Meeting | undefined;
  readonly onLink: (url: string) => void;
}) {
  const holder = useRef<HTMLIFrameElement>(null);
  const host = useRef<TeamsHost>(undefined);
  const theme = TEAMS_THEME[useThemeName()];
  const { objectId, tenantId, email } = personOf(useShow(), person);
  const context: HostedContext = {
    theme,
    frame,
    entityId: path.split('/').at(-1) ?? '',
    person: { objectId, tenantId, email },
    ...(meeting ? { meeting } : {}),
  };
  const latest = useRef({ context, onLink });
  useEffect(() => {
    latest.current = { context, onLink };
  });
  useEffect(() => {
    if (!holder.current) return undefined;
    const started = hostFrame(holder.current, {
      context: () => latest.current.context,
      token: () => tabToken(person),
      openLink: (url) => {
        latest.current.onLink(url);
      },
    });
    host.current = started;
    return () => {
      started.close();
    };
  }, [person, path]);
  useEffect(() => {
    host.current?.setTheme(theme);
  }, [theme]);
  return <iframe key={`${person} ${path}`} ref={holder} src={path} title={title} className="frame" />;
}
