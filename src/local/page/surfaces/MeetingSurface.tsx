import { Avatar, Tab, TabList } from '@fluentui/react-components';
import { MicOff16Filled, People20Regular, ShieldCheckmark20Filled } from '@fluentui/react-icons';
import type { Meeting } from '../../connector/types.js';
import { TeamsFrame } from '../host/TeamsFrame.js';
import { useLayout, type MeetingSide, type WindowId } from '../state/layout.js';
import { useNow } from '../state/useNow.js';
import { personOf, useShow } from '../state/useShow.js';
import { ChatThread } from './ChatThread.js';
import { Compose } from './Compose.js';
import { Lobby } from './Lobby.js';
import { meetingOf } from './meeting-of.js';

/** A running briefing as an attendee sees it: the stage, and beside it the meeting's chat or the desk's side panel. */
export function MeetingSurface({
  window,
  person,
  side,
  onLink,
}: {
  readonly window: WindowId;
  readonly person: string;
  readonly side: MeetingSide;
  readonly onLink: (url: string) => void;
}) {
  const show = useShow();
  const meeting = meetingOf(show, person);
  const layout = useLayout();
  const own = show.conversations.find((one) => one.kind === 'personal' && one.person === person);
  // Somebody without the app has no chat of their own: the meeting's is what they have.
  const shown = side === 'private' && !own ? 'chat' : side;
  if (meeting?.state !== 'running') return <Lobby person={person} />;
  return (
    <>
      <MeetingStage meeting={meeting} person={person} />
      <div className="surface-head">
        <TabList
          size="small"
          selectedValue={shown}
          onTabSelect={(_, data) => {
            layout.show(window, { surface: { kind: 'meeting', side: data.value as MeetingSide } });
          }}
        >
          {own && <Tab value="private">Private chat</Tab>}
          <Tab value="chat">Meeting chat</Tab>
          <Tab value="panel">Panel</Tab>
        </TabList>
      </div>
      {shown === 'panel' ? (
        <TeamsFrame
          person={person}
          path="/tab/panel"
          title="Briefing Desk side panel"
          frame="sidePanel"
          meeting={meeting}
          onLink={onLink}
        />
      ) : (
        <Talk
          key={shown}
          window={window}
          person={person}
          conversationId={shown === 'private' && own ? own.id : meeting.chatId}
          mention={shown === 'chat'}
          onLink={onLink}
        />
      )}
    </>
  );
}

function Talk({
  window,
  person,
  conversationId,
  mention,
  onLink,
}: {
  readonly window: WindowId;
  readonly person: string;
  readonly conversationId: string;
  readonly mention: boolean;
  readonly onLink: (url: string) => void;
}) {
  const messages = useShow().messages.filter((one) => one.conversationId === conversationId);
  return (
    <>
      <ChatThread
        person={person}
        label={mention ? 'Meeting chat' : 'Private chat with Briefing Desk'}
        messages={messages}
        onLink={onLink}
      />
      <Compose
        window={window}
        person={person}
        conversationId={conversationId}
        mention={mention}
        placeholder={mention ? 'Message @Briefing Desk' : 'Ask Briefing Desk privately'}
      />
    </>
  );
}

const two = (n: number): string => String(n).padStart(2, '0');

function MeetingStage({ meeting, person }: { readonly meeting: Meeting; readonly person: string }) {
  const show = useShow();
  const seconds = Math.max(0, Math.floor((useNow() - Date.parse(meeting.startsAt)) / 1000));
  const speaker =
    meeting.present.find((key) => meeting.roles[key] === 'Presenter') ?? meeting.present[0] ?? '';
  const others = meeting.present.filter((key) => key !== speaker);
  return (
    <section className="stage" aria-label={`Meeting: ${meeting.title}`}>
      <div className="stage-bar">
        <b>{meeting.title}</b>
        <span>
          {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
        </span>
        <span>
          <People20Regular aria-hidden /> {meeting.present.length}
        </span>
      </div>
      <div className="stage-tiles">
        <div className="slide" aria-hidden>
          <ShieldCheckmark20Filled />
          <p>Personal security briefing</p>
          <small>If somebody is in danger now, call 999.</small>
        </div>
        <div className="tiles">
          <Tile name={personOf(show, speaker).name} speaking />
          {others.slice(0, 2).map((key) => (
            <Tile key={key} name={personOf(show, key).name} own={key === person} />
          ))}
        </div>
      </div>
    </section>
  );
}

const Tile = ({
  name,
  own = false,
  speaking = false,
}: {
  readonly name: string;
  readonly own?: boolean;
  readonly speaking?: boolean;
}) => (
  <div className={speaking ? 'tile speaking' : 'tile'}>
    <Avatar name={name} size={24} color="colorful" aria-hidden />
    <span>
      {own ? 'You' : name} {!speaking && <MicOff16Filled aria-label="muted" role="img" />}
    </span>
  </div>
);
