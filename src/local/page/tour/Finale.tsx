import { Button } from '@fluentui/react-components';
import {
  ClockArrowDownload20Regular,
  LocalLanguage20Regular,
  MailLink20Regular,
  WindowConsole20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { LayoutControl } from '../state/layout.js';
import { useLayout } from '../state/layout.js';

interface Idea {
  readonly title: string;
  readonly words: string;
  readonly icon: ReactNode;
  /** Prepares the window; the visitor does the rest. */
  readonly button?: string;
  readonly prepare?: (layout: LayoutControl) => void;
}

const IDEAS: readonly Idea[] = [
  {
    title: 'In Welsh',
    words: 'Maya’s desk answers in Welsh from now on; “english” turns it back.',
    icon: <LocalLanguage20Regular aria-hidden />,
    button: 'Type “cymraeg”',
    prepare(layout) {
      layout.show('two', { person: 'maya', surface: { kind: 'meeting', side: 'private' } });
      layout.draft('two', 'cymraeg');
      layout.bringForward('two');
    },
  },
  {
    title: 'Without Teams',
    words: 'Daniel’s mail holds his own link: his page to ask, change or withdraw, with no password.',
    icon: <MailLink20Regular aria-hidden />,
    button: 'Open his inbox',
    prepare(layout) {
      layout.show('two', { person: 'daniel', surface: { kind: 'mail' } });
      layout.bringForward('two');
    },
  },
  {
    title: 'When nobody makes contact',
    words:
      'Move the clock three working days on: the local team is reminded, and Priya sees the referral as overdue under “referrals”.',
    icon: <ClockArrowDownload20Regular aria-hidden />,
    button: 'Type “referrals”',
    prepare(layout) {
      layout.show('one', { person: 'priya', surface: { kind: 'chat', page: 'chat' } });
      layout.draft('one', 'referrals');
      layout.bringForward('one');
    },
  },
  {
    title: 'From a terminal',
    words: 'npm run -s desk -- status, while this runs: the same desk by command line.',
    icon: <WindowConsole20Regular aria-hidden />,
  },
];

/** After the last step: what else is worth a try. */
export function Finale() {
  const layout = useLayout();
  return (
    <ul className="ideas">
      {IDEAS.map(({ title, words, icon, button, prepare }) => (
        <li key={title}>
          {icon}
          <div>
            <h3>{title}</h3>
            <p>{words}</p>
            {prepare && (
              <Button
                size="small"
                onClick={() => {
                  prepare(layout);
                }}
              >
                {button}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
