import { CalendarLtr20Regular } from '@fluentui/react-icons';
import type { SentMail } from '../../outbox.js';

const METHODS: Readonly<Record<string, string>> = {
  REQUEST: 'Calendar file',
  CANCEL: 'Calendar file, cancelled',
};

/** Joining links are long and of no use to the eye. */
const shortened = (url: string): string => (url.length > 56 ? `${url.slice(0, 55)}…` : url);

/** A mail as its reader sees it, with the calendar file's own words. */
export function MailView({
  mail,
  onLink,
}: {
  readonly mail: SentMail;
  readonly onLink: (url: string) => void;
}) {
  const { details } = mail;
  return (
    <article className="mail">
      <h3>{mail.subject}</h3>
      <p className="faint">To {mail.to}</p>
      {details && (
        <section className="ics" aria-label="Calendar file">
          <CalendarLtr20Regular aria-hidden />
          <div>
            <b>{details.summary}</b>
            <p>{whenOf(details.starts, details.ends)}</p>
            <p className="faint">
              {METHODS[details.method] ?? details.method}, revision {details.sequence}; names{' '}
              {['nobody', 'its reader alone'][details.attendees] ?? `${String(details.attendees)} people`}
            </p>
          </div>
        </section>
      )}
      <Text text={mail.text} onLink={onLink} />
    </article>
  );
}

/** "2027-02-09 18:00 to 19:00 (Europe/London)" where both stand on one day. */
function whenOf(starts: string, ends: string): string {
  const [day = '', time = ''] = starts.split(' ');
  const [lastDay = '', ...end] = ends.split(' ');
  return day === lastDay ? `${day} ${time} to ${end.join(' ')}` : `${starts} to ${ends}`;
}

function Text({ text, onLink }: { readonly text: string; readonly onLink: (url: string) => void }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g);
  return (
    <p className="mail-text">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a
            key={String(index)}
            href={part}
            title={part}
            onClick={(event) => {
              event.preventDefault();
              onLink(part);
            }}
          >
            {shortened(part)}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
