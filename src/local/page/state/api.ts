/** What the page's visitor does, sent to the local server. Each answers a sentence when it did not work. */
export interface Outcome {
  readonly ok: boolean;
  readonly message: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function post(address: string, body: unknown): Promise<Outcome> {
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await reply.text();
    const parsed = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
    const error = parsed['error'] as { message?: string } | undefined;
    return { ok: reply.ok, message: error?.message ?? '', body: parsed };
  } catch {
    return { ok: false, message: 'The local server does not answer. Is it still running?', body: {} };
  }
}

export const say = (input: {
  person: string;
  conversationId: string;
  text: string;
  mention: boolean;
}): Promise<Outcome> => post('/local/api/say', input);

export const click = (input: {
  person: string;
  conversationId: string;
  messageId: string;
  action: object;
}): Promise<Outcome> => post('/local/api/click', input);

export const moveClock = (input: { to: string } | { nextBriefing: true; code?: string }): Promise<Outcome> =>
  post('/local/api/clock', input);

export async function tabToken(person: string): Promise<string | undefined> {
  const { body } = await post('/local/api/token', { person });
  return typeof body['token'] === 'string' ? body['token'] : undefined;
}
