import { FluentProvider } from '@fluentui/react-components';
import { useMemo } from 'react';
import { createApi } from '../api/client.js';
import { createDesk } from '../api/desk.js';
import { apiBase, authoriser, type Identity } from '../api/identity.js';
import { DeskProvider } from '../api/useDesk.js';
import { Announcer } from '../components/Announcer/Announcer.js';
import { currentPath } from '../host/browser.js';
import { HostProvider } from '../host/useHost.js';
import type { Host } from '../host/host.js';
import { Pages } from './Pages.js';
import { routeOf, type Route } from './routes.js';
import { SpeechProvider } from './SpeechProvider.js';
import { THEMES } from './themes.js';
import { useConnection } from './useConnection.js';

/** The whole tab: host, theme, language and identity around one page. */
export function App() {
  const connected = useConnection();
  const route = useMemo(() => routeOf(currentPath()), []);
  if (!connected) return null;
  return (
    <FluentProvider theme={THEMES[connected.theme]} style={{ minHeight: '100%', background: 'transparent' }}>
      <HostProvider value={connected.host}>
        <SpeechProvider locale={connected.host.locale}>
          <Announcer>
            <Signed route={route} host={connected.host} />
          </Announcer>
        </SpeechProvider>
      </HostProvider>
    </FluentProvider>
  );
}

function Signed({ route, host }: { readonly route: Route; readonly host: Host }) {
  const desk = useMemo(() => {
    const authorise = authoriser(identityOf(route, host));
    return createDesk(createApi({ base: apiBase(), authorise, fetch: globalThis.fetch.bind(globalThis) }));
  }, [route, host]);
  return (
    <DeskProvider value={desk}>
      <Pages route={route} />
    </DeskProvider>
  );
}

function identityOf(route: Route, host: Host): Identity {
  if (route.kind === 'me' || route.kind === 'team') return { kind: 'link', token: route.token };
  if (route.kind === 'register' || route.kind === 'guidance') return { kind: 'none' };
  return host.kind === 'teams' && !host.anonymous ? { kind: 'teams' } : { kind: 'none' };
}
