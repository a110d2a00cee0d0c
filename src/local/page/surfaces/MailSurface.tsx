import { Mail20Regular, MailInboxDismiss28Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { dayShort, timeOfDay } from '../state/times.js';
import { personOf, useShow } from '../state/useShow.js';
import { MailView } from '../world/MailView.js';
import { Quiet } from './Quiet.js';

/** That person's inbox: what the desk's mail would look like to them. */
export function MailSurface({
  person,
  onLink,
}: {
  readonly person: string;
  readonly onLink: (url: string) => void;
}) {
  const show = useShow();
  const { email } = personOf(show, person);
  const mails = show.mails.filter((one) => one.to.toLowerCase() === email.toLowerCase()).toReversed();
  const [openId, setOpenId] = useState('');
  const open = mails.find((one) => one.id === openId) ?? mails[0];
  if (!open) {
    return (
      <Quiet title="No mail yet">
        <MailInboxDismiss28Regular aria-hidden />
        <p>What the desk sends to {email} stands here.</p>
      </Quiet>
    );
  }
  return (
    <>
      <div className="surface-head">
        <Mail20Regular aria-hidden />
        <b>Inbox</b>
        <span className="faint">{email}</span>
      </div>
      <ul className="inbox">
        {mails.slice(0, 20).map((mail) => (
          <li key={mail.id}>
            <button
              type="button"
              aria-current={mail.id === open.id}
              onClick={() => {
                setOpenId(mail.id);
              }}
            >
              <span>{mail.subject}</span>
              <small>
                {dayShort(mail.at)} {timeOfDay(mail.at)}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <div className="thread" tabIndex={0} role="region" aria-label={open.subject}>
        <MailView mail={open} onLink={onLink} />
      </div>
    </>
  );
}
