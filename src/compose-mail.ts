import type { GraphConnection } from './adapters/graph/connect.js';
import type { Mail, Mailbox } from './features/people/index.js';

/** A mail that was not taken; the job behind it tries again. */
export class MailRefused extends Error {
  constructor(readonly code: string) {
    super(`mail ${code}`);
    this.name = 'MailRefused';
  }
}

/** Sends each mail from the service's mailbox to one reader. */
export const graphMailbox = ({ mailer }: Pick<GraphConnection, 'mailer'>, from: string): Mailbox => ({
  async send({ to, subject, text, calendar }: Mail) {
    if (from === '') throw new MailRefused('no-sender'); // MAIL_FROM is not set; the start of the log says so
    const attachments = calendar
      ? [
          {
            name: 'briefing.ics',
            contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
            content: calendar.content,
          },
        ]
      : [];
    const answer = await mailer.send({ from, to: to.email, subject, text, attachments });
    if (answer.kind === 'fault') throw new MailRefused(answer.cause);
  },
});
