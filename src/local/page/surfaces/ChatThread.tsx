import { Avatar, Spinner } from '@fluentui/react-components';
import { EyeOff16Regular, ErrorCircle16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ChatMessage } from '../../connector/types.js';
import { Card } from '../cards/Card.js';
import { markdownToHtml, type Pressed } from '../cards/render-card.js';
import { BotMark } from '../panes/BotMark.js';
import { click } from '../state/api.js';
import { dayInWords, timeOfDay } from '../state/times.js';
import { personOf, useShow } from '../state/useShow.js';
import { useFoot } from './useFoot.js';

/** The messages of a conversation as one person sees them, newest at the foot. */
export function ChatThread({
  person,
  messages,
  label,
  onLink,
}: {
  readonly person: string;
  readonly messages: readonly ChatMessage[];
  readonly label: string;
  readonly onLink: (url: string) => void;
}) {
  const shown = messages.filter((one) => one.onlyFor === undefined || one.onlyFor === person);
  const { holder, content, onScroll } = useFoot(shown.findLast((one) => one.from === person)?.id);
  return (
    <div className="thread" role="log" aria-label={label} tabIndex={0} ref={holder} onScroll={onScroll}>
      <div ref={content}>
        {shown.map((message, index) => (
          <Message
            key={message.id}
            message={message}
            person={person}
            before={shown[index - 1]}
            onLink={onLink}
          />
        ))}
      </div>
    </div>
  );
}

const sameDay = (one: string, other: string): boolean => dayInWords(one) === dayInWords(other);

function Message({
  message,
  person,
  before,
  onLink,
}: {
  readonly message: ChatMessage;
  readonly person: string;
  readonly before: ChatMessage | undefined;
  readonly onLink: (url: string) => void;
}) {
  const show = useShow();
  const own = message.from === person;
  const name = message.from === 'bot' ? 'Briefing Desk' : personOf(show, message.from).name;
  const follows = before?.from === message.from && before.onlyFor === message.onlyFor;
  return (
    <>
      {(!before || !sameDay(before.at, message.at)) && <p className="day">{dayInWords(message.at)}</p>}
      <article className={own ? 'message own' : 'message'} aria-label={`${name}, ${timeOfDay(message.at)}`}>
        <div className="face">{!own && !follows && <Face from={message.from} name={name} />}</div>
        <div className="said">
          {!follows && (
            <p className="by">
              {!own && <b>{name}</b>} <span>{timeOfDay(message.at)}</span>
            </p>
          )}
          <Body message={message} person={person} onLink={onLink} />
          {message.edited && <p className="aside">Updated</p>}
          {message.onlyFor !== undefined && (
            <p className="aside">
              <EyeOff16Regular aria-hidden /> Only you can see this message
            </p>
          )}
        </div>
      </article>
    </>
  );
}

const Face = ({ from, name }: { readonly from: string; readonly name: string }) =>
  from === 'bot' ? <BotMark size={28} /> : <Avatar name={name} size={28} color="colorful" aria-hidden />;

function Body({
  message,
  person,
  onLink,
}: {
  readonly message: ChatMessage;
  readonly person: string;
  readonly onLink: (url: string) => void;
}) {
  const [busy, setBusy] = useState(false);
  const notice = message.notices[person];
  const cards = message.views[person] ? [message.views[person]] : message.cards;
  const press = async (pressed: Pressed): Promise<void> => {
    if (pressed.kind === 'link') {
      onLink(pressed.url);
      return;
    }
    setBusy(true);
    await click({
      person,
      conversationId: message.conversationId,
      messageId: message.id,
      action: pressed.action,
    });
    setBusy(false);
  };
  return (
    <>
      {message.text !== '' && <Words message={message} />}
      {cards.map((card, index) => (
        <Card key={String(index)} content={card} busy={busy} onPressed={(pressed) => void press(pressed)} />
      ))}
      {busy && <Spinner size="tiny" label="Sending" className="sending" />}
      {notice && (
        <p className={notice.kind === 'error' ? 'notice error' : 'notice'} role="status">
          {notice.kind === 'error' && <ErrorCircle16Filled aria-hidden />} {notice.text}
        </p>
      )}
    </>
  );
}

function Words({ message }: { readonly message: ChatMessage }) {
  if (message.format === 'plain') return <p className="bubble">{message.text}</p>;
  return <div className="bubble" dangerouslySetInnerHTML={{ __html: markdownToHtml(message.text) }} />;
}
