import { TeamsFrame } from '../host/TeamsFrame.js';
import { BotMark } from '../panes/BotMark.js';
import { useShow } from '../state/useShow.js';
import { Lobby } from './Lobby.js';
import { meetingOf } from './meeting-of.js';

/** The desk's side panel of the meeting that person is in: a presenter sees the queue there. */
export function PanelSurface({
  person,
  onLink,
}: {
  readonly person: string;
  readonly onLink: (url: string) => void;
}) {
  const meeting = meetingOf(useShow(), person);
  if (meeting?.state !== 'running') return <Lobby person={person} />;
  return (
    <>
      <div className="surface-head">
        <BotMark size={24} />
        <b>Briefing Desk</b>
        <span className="faint">in {meeting.title}</span>
      </div>
      <TeamsFrame
        person={person}
        path="/tab/panel"
        title="Briefing Desk side panel"
        frame="sidePanel"
        meeting={meeting}
        onLink={onLink}
      />
    </>
  );
}
