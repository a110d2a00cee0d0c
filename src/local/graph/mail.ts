import type { Message } from '@microsoft/microsoft-graph-types';
import { refusalOf } from './rules.js';
import type { GraphState } from './state.js';
import { answer, refuse, type Answer, type Asked } from './talk.js';

/** Takes a mail; it is kept, never sent. */
export function mailCall(
  state: GraphState,
  asked: Asked,
  { mailbox, at }: { mailbox: string; at: string },
): Answer {
  if (asked.method !== 'POST')
    return refuse(405, 'Request_BadRequest', 'Specified HTTP method is not allowed.');
  if (asked.body === 'too large')
    return refuse(413, 'ErrorMessageSizeExceeded', 'The message exceeds the maximum size.');
  const refusal = refusalOf('sendMail', asked.body);
  if (refusal) return refuse(refusal.status, refusal.code, refusal.message);
  const { Message, message } = asked.body as { Message?: Message; message?: Message };
  const mail = Message ?? message;
  if (!mail) return refuse(400, 'ErrorInvalidRequest', 'A message is needed.');
  state.mails.push({ from: mailbox, message: mail, at });
  return answer(202);
}
