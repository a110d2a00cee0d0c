import {
  FluentProvider,
  Spinner,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useState } from 'react';
import { Desktop } from '../panes/Desktop.js';
import { LayoutProvider } from '../state/layout.js';
import { ThemeContext, type ThemeName } from '../state/theme.js';
import { ShowProvider, useShow } from '../state/useShow.js';
import { TourPanel } from '../tour/TourPanel.js';
import { useTour } from '../tour/useTour.js';
import { Welcome } from '../welcome/Welcome.js';
import { WorldStrip } from '../world/WorldStrip.js';
import { TopBar } from './TopBar.js';
import './app.css';

const THEMES = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

const askedTheme = (): ThemeName => {
  const asked = new URLSearchParams(location.search).get('theme');
  return asked === 'dark' || asked === 'contrast' ? asked : 'light';
};

/** The whole page. `?theme=dark|contrast` and `?welcome=no` choose how it opens. */
export function App() {
  const [theme, setTheme] = useState(askedTheme);
  return (
    <ThemeContext value={theme}>
      <FluentProvider theme={THEMES[theme]} className="provider">
        <div className={`app ${theme}`}>
          <ShowProvider>
            <LayoutProvider>
              <Page onTheme={setTheme} />
            </LayoutProvider>
          </ShowProvider>
        </div>
      </FluentProvider>
    </ThemeContext>
  );
}

function Page({ onTheme }: { readonly onTheme: (theme: ThemeName) => void }) {
  const { ready } = useShow();
  const tour = useTour();
  const [welcome, setWelcome] = useState(() => new URLSearchParams(location.search).get('welcome') !== 'no');
  if (!ready) return <Spinner className="starting" label="Starting Briefing Desk on this machine" />;
  const greet = welcome && !tour.on;
  return (
    <>
      <div className="page" inert={greet}>
        <TopBar tour={tour} onTheme={onTheme} />
        <div className="middle">
          {tour.on && <TourPanel tour={tour} />}
          <Desktop lit={tour.on ? tour.step.lit : []} />
        </div>
        <WorldStrip />
      </div>
      {greet && (
        <Welcome
          onTour={() => {
            setWelcome(false);
            tour.start();
          }}
          onLook={() => {
            setWelcome(false);
          }}
        />
      )}
    </>
  );
}
