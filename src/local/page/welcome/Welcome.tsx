import { Button } from '@fluentui/react-components';
import {
  CalendarLtr28Regular,
  ChatMultiple28Regular,
  Play20Filled,
  ShieldCheckmark28Regular,
} from '@fluentui/react-icons';
import { BotMark } from '../panes/BotMark.js';

/** The first five seconds: what this is, and one thing to do. */
export function Welcome({ onTour, onLook }: { readonly onTour: () => void; readonly onLook: () => void }) {
  return (
    <div className="welcome" role="dialog" aria-labelledby="welcome-title" aria-modal>
      <div className="welcome-card">
        <BotMark size={64} />
        <h1 id="welcome-title">Security briefings, run from Teams</h1>
        <p className="lead">
          Briefing Desk plans a region’s year in one sentence, takes registrations from anyone who needs a
          place, and gets every question to the right person: 999, the local policing team, or the presenter.
        </p>
        <ul>
          <li>
            <CalendarLtr28Regular aria-hidden /> Seven meetings from one line of chat
          </li>
          <li>
            <ChatMultiple28Regular aria-hidden /> No question lost, every asker told
          </li>
          <li>
            <ShieldCheckmark28Regular aria-hidden /> No card, mail or page names another attendee
          </li>
        </ul>
        <Button appearance="primary" size="large" icon={<Play20Filled />} onClick={onTour} autoFocus>
          Take the tour
        </Button>
        <Button appearance="transparent" onClick={onLook}>
          Just look around
        </Button>
        <p className="small">
          Everything here runs on this machine, with invented people. Nothing is sent to anyone.
        </p>
      </div>
    </div>
  );
}
