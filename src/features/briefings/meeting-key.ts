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
    const inner = threadIn(Buffer.from(meetingId, 'base64').toString('utf8'));
    if (inner) found.add(inner);
  }
  const linked = joinUrl && threadIn(decoded(joinUrl));
  if (linked) found.add(linked);
  return [...found];
}

function threadIn(text: string): string | undefined {
  return /19:[\w.-]+@thread\.[\w.]+/.exec(text)?.[0];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
