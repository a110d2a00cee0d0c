import type { Activity } from './activities.js';

/** What the bot's endpoint answered; status 0 when it could not be reached within the time Teams allows. */
export interface Delivered {
  readonly status: number;
  readonly body: unknown;
}

const PATIENCE_MS = 15_000;

/** Sends activities to the bot's endpoint, in order. */
export type Deliver = (activity: Activity) => Promise<Delivered>;

/** `times` above 1 delivers everything again, as Teams does when an answer is lost on its way. */
export function deliverTo(botEndpoint: () => string, times: () => number): Deliver {
  return async (activity) => {
    let last: Delivered = { status: 0, body: undefined };
    for (let n = 0; n < Math.max(1, times()); n += 1) last = await once(botEndpoint(), activity);
    return last;
  };
}

async function once(url: string, activity: Activity): Promise<Delivered> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await reply.text();
    return { status: reply.status, body: parsed(text) };
  } catch {
    return { status: 0, body: undefined };
  }
}

function parsed(text: string): unknown {
  try {
    return text ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return text;
  }
}
