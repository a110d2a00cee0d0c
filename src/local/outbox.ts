import { randomUUID } from 'node:crypto';
import type { Instant } from '../domain/shared/time.js';
import { readCalendarFile, type CalendarDetails } from './calendar-file.js';

/** A mail as the desk hands it over. */
export interface MailIn {
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly calendar?: { readonly method: string; readonly content: string };
}

/** A mail that would have left, with what a reader could do with it. */
export interface SentMail extends Omit<MailIn, 'to'> {
  /** The reader's address. */
  readonly to: string;
  readonly id: string;
  readonly at: Instant;
  /** Every web address in the text, in order. */
  readonly links: readonly string[];
  readonly details?: CalendarDetails;
}

/** Keeps mail instead of sending it. It is a `Mailbox` of the people feature. */
export interface Outbox {
  readonly send: (mail: MailIn) => Promise<void>;
  /** Oldest first; the last 500. */
  readonly mails: () => readonly SentMail[];
  readonly mailsTo: (address: string) => readonly SentMail[];
}

const KEPT = 500;

/** An outbox in memory; `onMail` hears of each mail. */
export function createOutbox(wiring: { now: () => Instant; onMail?: (mail: SentMail) => void }): Outbox {
  let mails: readonly SentMail[] = [];
  return {
    send(mail) {
      const details = mail.calendar ? { details: readCalendarFile(mail.calendar.content) } : {};
      const sent: SentMail = {
        ...mail,
        to: mail.to.email,
        id: randomUUID(),
        at: wiring.now(),
        links: linksIn(mail.text),
        ...details,
      };
      mails = [...mails, sent].slice(-KEPT);
      wiring.onMail?.(sent);
      return Promise.resolve();
    },
    mails: () => mails,
    mailsTo: (address) => mails.filter((mail) => mail.to.toLowerCase() === address.toLowerCase()),
  };
}

/** The web addresses in a text, without the punctuation that follows them. */
export function linksIn(text: string): readonly string[] {
  return (text.match(/https?:\/\/[^\s<>"]+/g) ?? []).map((link) => link.replace(/[).,;:!?\]]+$/, ''));
}
