import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import type { ShowState } from '../state/show-state.js';
import { useLayout, type Surface, type Window } from '../state/layout.js';
import { personOf, useShow } from '../state/useShow.js';

const LABELS: Readonly<Record<Surface['kind'], string>> = {
  chat: 'Chat with Briefing Desk',
  meeting: 'Briefing meeting',
  panel: 'Meeting side panel',
  channel: 'Team channel',
  mail: 'Mail',
  browser: 'Web page',
};

const SHORT: Readonly<Record<Surface['kind'], string>> = {
  chat: 'Chat',
  meeting: 'Meeting',
  panel: 'Panel',
  channel: 'Channel',
  mail: 'Mail',
  browser: 'Web',
};

/** True for those who can have the app: members of the tenant and its guests. */
const hasAccount = (show: ShowState, key: string): boolean =>
  ['member', 'guest'].includes(personOf(show, key).kind);

/** The surfaces that make sense for a person. */
function surfacesOf(show: ShowState, key: string): readonly Surface['kind'][] {
  const inChannel = show.conversations.some((one) => one.kind === 'channel' && one.members.includes(key));
  if (!hasAccount(show, key)) return ['mail', 'browser', 'meeting', 'panel'];
  return ['chat', 'meeting', 'panel', ...(inChannel ? (['channel'] as const) : []), 'mail', 'browser'];
}

function surface(kind: Surface['kind']): Surface {
  if (kind === 'browser') return { kind, url: '/register' };
  return kind === 'meeting' ? { kind, side: 'private' } : { kind };
}

/** Switches a window to another person or another view of theirs. */
export function WindowMenu({ window }: { readonly window: Window }) {
  const show = useShow();
  const layout = useLayout();
  const choose = (name: string, value: string): void => {
    if (name === 'surface') layout.show(window.id, { surface: surface(value as Surface['kind']) });
    const possible = surfacesOf(show, value);
    const keeps = possible.includes(window.surface.kind) && hasAccount(show, value);
    const first = keeps ? window.surface : surface(possible[0] ?? 'mail');
    if (name === 'person') layout.show(window.id, { person: value, surface: first });
  };
  const listed = show.people.filter((one) => !one.key.startsWith('lead-'));
  const leads = show.people.filter((one) => one.key.startsWith('lead-'));
  const group = (title: string, people: ShowState['people']) => (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {people.map((one) => (
        <MenuItemRadio key={one.key} name="person" value={one.key} secondaryContent={one.caption}>
          {one.name}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
  return (
    <Menu
      checkedValues={{ person: [window.person], surface: [window.surface.kind] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const value = checkedItems[0];
        if (value !== undefined) choose(name, value);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          iconPosition="after"
          icon={<ChevronDown16Regular />}
          aria-label={`Window of ${personOf(show, window.person).name}: switch person or view`}
        >
          {SHORT[window.surface.kind]}
        </Button>
      </MenuTrigger>
      <MenuPopover className="tall-menu">
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>View</MenuGroupHeader>
            {surfacesOf(show, window.person).map((kind) => (
              <MenuItemRadio key={kind} name="surface" value={kind}>
                {LABELS[kind]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          {group('People', listed)}
          {group('Leads of other regions', leads)}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
