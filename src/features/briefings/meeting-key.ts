import type { MeetingKey } from './ports.js';

/**
 * The chat threads (`19:meeting_…@thread.v2`) that a key may stand for. Teams hands the thread out plain as a
 * conversation id, wrapped in base64 as a meeting id (`0#19:…#0` in a tab, `1*…**19:…` in Graph) and encoded in a
 * join link; a meeting id that wraps nothing is taken as it is.
 */
export function conversationsOf({ meetingId, joinUrl, conversationId }: MeetingKey): readonly string[] {
  const found = new Set<string>();
  // A message's conversation id may carry the message it answers after a semicolon.
  const plain = conversationId?.split(';')[0];
  if (plain) found.add(plain);
  if (meetingId) {
    found.add(meetingId);
    const inner = WRAPPED.exec(Buffer.from(meetingId, 'base64').toString('utf8'));
    const thread = inner?.[1] ?? inner?.[2];
    if (thread) found.add(thread);
  }
  const linked = joinUrl && threadOfLink(joinUrl);
  if (linked) found.add(linked);
  return [...found];
}

const THREAD = '19:[\\w.-]+@thread\\.[\\w.]+';
const WHOLE = new RegExp(`^${THREAD}$`);
const WRAPPED = new RegExp(`^(?:\\d+#(${THREAD})#\\d+|\\d+\\*[^*]*\\*\\d+\\*\\*(${THREAD}))$`);
const SEGMENT = new RegExp(`/(${THREAD})(?=[/?]|$)`);

/** Whether it names a chat thread from end to end; only such an id may be looked for in join links. */
export const isThread = (id: string): boolean => WHOLE.test(id);

/** The chat thread that a join link leads to, where it has one as a part of its path. */
export function threadOfLink(joinUrl: string): string | undefined {
  return SEGMENT.exec(decoded(joinUrl.split('?')[0] ?? ''))?.[1];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
