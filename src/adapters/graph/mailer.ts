import type { FileAttachment, Message } from '@microsoft/microsoft-graph-types';
import { graphFault, type GraphFault } from './faults.js';
import { pacer, REAL_TIMING, type Timing } from './pace.js';
import type { Graph } from './requests.js';

/** Exchange Online sends at most 30 messages a minute from a mailbox. */
const A_MINUTE = { limit: 30, windowMs: 60_000 };
/** A request may hold 4 MB; base64 makes a file a third longer. */
const ATTACHMENTS_LIMIT_BYTES = 2_900_000;

/** One message to one person. */
export interface OutgoingMail {
  /** The mailbox that sends it. */
  readonly from: string;
  /** One address: nobody sees who else is written to. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Takes the place of `text` where it is given. */
  readonly html?: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

/**
 * Sends mail from a mailbox. There is no key that makes a repeat harmless, so the caller keeps one message from
 * being sent twice; a fault that is `unavailable` may hide a message that went out.
 * Permission: Mail.Send, narrowed to that mailbox.
 */
export function graphMailer(graph: Graph, timing: Timing = REAL_TIMING) {
  const turn = pacer(A_MINUTE, timing);
  return {
    async send(mail: OutgoingMail): Promise<{ readonly kind: 'sent' } | GraphFault> {
      const size = (mail.attachments ?? []).reduce((sum, file) => sum + Buffer.byteLength(file.content), 0);
      if (size > ATTACHMENTS_LIMIT_BYTES) return graphFault('rejected', 'attachments over 2.9 MB');
      await turn(mail.from);
      const answer = await graph({
        method: 'post',
        path: `/users/${encodeURIComponent(mail.from)}/sendMail`,
        body: { Message: messageOf(mail), SaveToSentItems: false },
        repeatable: false,
      });
      return answer.kind === 'fault' ? answer : { kind: 'sent' };
    },
  };
}

export type GraphMailer = ReturnType<typeof graphMailer>;

function messageOf({ to, subject, text, html, attachments }: OutgoingMail): Message {
  return {
    subject,
    body:
      html === undefined ? { contentType: 'text', content: text } : { contentType: 'html', content: html },
    toRecipients: [{ emailAddress: { address: to } }],
    ...(attachments && attachments.length > 0 ? { attachments: attachments.map(fileOf) } : {}),
  };
}

type Typed = FileAttachment & { readonly '@odata.type': '#microsoft.graph.fileAttachment' };

function fileOf({
  name,
  contentType,
  content,
}: {
  name: string;
  contentType: string;
  content: string;
}): Typed {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name,
    contentType,
    contentBytes: Buffer.from(content).toString('base64'),
  };
}
