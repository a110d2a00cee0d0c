import { lazy, Suspense, useEffect } from 'react';
import { LoadingView } from '../components/Notice/LoadingView.js';
import { useHost } from '../host/useHost.js';
import type { Route } from './routes.js';

const GuidancePage = lazy(async () => ({
  default: (await import('../pages/guidance/GuidancePage.js')).GuidancePage,
}));
const PanelPage = lazy(async () => ({ default: (await import('../pages/panel/PanelPage.js')).PanelPage }));
const StagePage = lazy(async () => ({ default: (await import('../pages/stage/StagePage.js')).StagePage }));
const ConfigurePage = lazy(async () => ({
  default: (await import('../pages/configure/ConfigurePage.js')).ConfigurePage,
}));
const MePage = lazy(async () => ({ default: (await import('../pages/me/MePage.js')).MePage }));
const RegisterPage = lazy(async () => ({
  default: (await import('../pages/register/RegisterPage.js')).RegisterPage,
}));
const TeamPage = lazy(async () => ({ default: (await import('../pages/team/TeamPage.js')).TeamPage }));
const UnknownPage = lazy(async () => ({
  default: (await import('../pages/unknown/UnknownPage.js')).UnknownPage,
}));

/** The page of the address, loaded when it is asked for. */
export function Pages({ route }: { readonly route: Route }) {
  return (
    <Suspense fallback={<LoadingView />}>
      <Shown />
      <PageOf route={route} />
    </Suspense>
  );
}

function PageOf({ route }: { readonly route: Route }) {
  switch (route.kind) {
    case 'guidance':
      return <GuidancePage />;
    case 'panel':
      return <PanelPage />;
    case 'stage':
      return <StagePage />;
    case 'configure':
      return <ConfigurePage />;
    case 'briefings':
    case 'me':
      return <MePage personalLink={route.kind === 'me'} />;
    case 'register':
      return <RegisterPage />;
    case 'team':
      return <TeamPage />;
    case 'unknown':
      return <UnknownPage />;
  }
}

/** Tells Teams that the first view stands. */
function Shown() {
  const { kind } = useHost();
  useEffect(() => {
    if (kind === 'teams')
      void import('../host/teams.js').then(({ tellShown }) => {
        tellShown();
      });
  }, [kind]);
  return null;
}
