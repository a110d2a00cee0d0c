import { PeopleTeam20Filled, ShieldCheckmark48Regular } from '@fluentui/react-icons';
import type { WindowId } from '../state/layout.js';
import { useShow } from '../state/useShow.js';
import { ChatThread } from './ChatThread.js';
import { Compose } from './Compose.js';
import { Quiet } from './Quiet.js';

/** The channel of that person's local policing team. */
export function ChannelSurface({
  window,
  person,
  onLink,
}: {
  readonly window: WindowId;
  readonly person: string;
  readonly onLink: (url: string) => void;
}) {
  const show = useShow();
  const channel = show.conversations.find((one) => one.kind === 'channel' && one.members.includes(person));
  if (channel?.kind !== 'channel')
    return <Quiet title="No channel">This person belongs to no local team.</Quiet>;
  const messages = show.messages.filter((one) => one.conversationId === channel.id);
  return (
    <>
      <div className="surface-head">
        <span className="team-mark" aria-hidden>
          <PeopleTeam20Filled />
        </span>
        <span>
          <b>{channel.title}</b>
          <br />
          <span className="faint">{channel.teamName}</span>
        </span>
      </div>
      {messages.length === 0 ? (
        <Quiet title="All quiet" icon={<ShieldCheckmark48Regular />}>
          <p>A question that is specific to one person in this area arrives here, and nowhere else.</p>
        </Quiet>
      ) : (
        <ChatThread person={person} label={`Channel ${channel.title}`} messages={messages} onLink={onLink} />
      )}
      <Compose
        window={window}
        person={person}
        conversationId={channel.id}
        mention
        placeholder="Post to @Briefing Desk"
      />
    </>
  );
}
