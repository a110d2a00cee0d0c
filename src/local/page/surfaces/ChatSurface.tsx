import { Button, Tab, TabList } from '@fluentui/react-components';
import { TeamsFrame } from '../host/TeamsFrame.js';
import { BotMark } from '../panes/BotMark.js';
import { useLayout, type ChatPage, type WindowId } from '../state/layout.js';
import { personOf, useShow } from '../state/useShow.js';
import { ChatThread } from './ChatThread.js';
import { Compose } from './Compose.js';
import { Quiet } from './Quiet.js';

/** A person's own chat with the desk, and its personal tabs. */
export function ChatSurface({
  window,
  person,
  page,
  onLink,
}: {
  readonly window: WindowId;
  readonly person: string;
  readonly page: ChatPage;
  readonly onLink: (url: string) => void;
}) {
  const show = useShow();
  const layout = useLayout();
  const chat = show.conversations.find((one) => one.kind === 'personal' && one.person === person);
  const messages = show.messages.filter((one) => one.conversationId === chat?.id);
  return (
    <>
      <div className="surface-head with-tabs">
        <BotMark size={24} />
        <b>Briefing Desk</b>
        <TabList
          size="small"
          selectedValue={page}
          onTabSelect={(_, data) => {
            layout.show(window, { surface: { kind: 'chat', page: data.value as ChatPage } });
          }}
        >
          <Tab value="chat">Chat</Tab>
          <Tab value="briefings">Briefings</Tab>
          <Tab value="guidance">Guidance</Tab>
        </TabList>
      </div>
      {page === 'chat' && chat && (
        <>
          {messages.length === 0 ? (
            <FirstWords window={window} person={person} />
          ) : (
            <ChatThread
              person={person}
              label={`Chat of ${personOf(show, person).name} with Briefing Desk`}
              messages={messages}
              onLink={onLink}
            />
          )}
          <Compose
            window={window}
            person={person}
            conversationId={chat.id}
            mention={false}
            placeholder="Type a message, or help"
          />
        </>
      )}
      {page === 'chat' && !chat && (
        <Quiet title="No bot chat for this person">
          People outside the tenant cannot add the app. They use their personal web link and their mail:
          choose Mail or Web page above.
        </Quiet>
      )}
      {page !== 'chat' && (
        <TeamsFrame
          person={person}
          path={`/tab/${page}`}
          title={page === 'guidance' ? 'Guidance library' : 'My briefings'}
          frame="content"
          onLink={onLink}
        />
      )}
    </>
  );
}

/** An empty chat offers the first thing to type. */
function FirstWords({ window, person }: { readonly window: WindowId; readonly person: string }) {
  const { draft } = useLayout();
  const { tourCommand } = useShow();
  const offers =
    person === 'priya' ? [tourCommand, 'briefings', 'help'] : ['register', 'my briefings', 'help'];
  return (
    <Quiet title="Say something to the desk" icon={<BotMark size={48} />}>
      {offers.map((words) => (
        <Button
          key={words}
          onClick={() => {
            draft(window, words);
          }}
        >
          {words}
        </Button>
      ))}
    </Quiet>
  );
}
