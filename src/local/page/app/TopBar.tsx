import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkTheme20Regular, Play20Filled } from '@fluentui/react-icons';
import { ClockMenu } from '../clock/ClockMenu.js';
import { BotMark } from '../panes/BotMark.js';
import { useThemeName, type ThemeName } from '../state/theme.js';
import type { Tour } from '../tour/useTour.js';

/** The product's name, the clock, the theme and the tour. */
export function TopBar({
  tour,
  onTheme,
}: {
  readonly tour: Tour;
  readonly onTheme: (theme: ThemeName) => void;
}) {
  const theme = useThemeName();
  return (
    <header className="top-bar">
      <BotMark size={28} />
      <h1>Briefing Desk</h1>
      <p>on this machine, with invented people</p>
      <span className="spring" />
      <ClockMenu />
      <Menu
        checkedValues={{ theme: [theme] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          onTheme((checkedItems[0] ?? 'light') as ThemeName);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" className="on-brand" icon={<DarkTheme20Regular />} aria-label="Theme" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemRadio name="theme" value="light">
              Light
            </MenuItemRadio>
            <MenuItemRadio name="theme" value="dark">
              Dark
            </MenuItemRadio>
            <MenuItemRadio name="theme" value="contrast">
              High contrast
            </MenuItemRadio>
          </MenuList>
        </MenuPopover>
      </Menu>
      {!tour.on && (
        <Button className="tour-button" icon={<Play20Filled />} onClick={tour.start}>
          Take the tour
        </Button>
      )}
    </header>
  );
}
