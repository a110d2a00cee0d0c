import { z } from 'zod';

/** Why there is no opinion; a code, never words of a message or of an answer. */
export type OpinionFault =
  | 'timeout'
  | 'sign-in'
  | 'unreachable'
  | 'unauthorised'
  | 'no-deployment'
  | 'rate-limited'
  | 'content-filter'
  | 'bad-request'
  | 'server'
  | 'refused'
  | 'malformed';

/** A chat completion of Azure OpenAI as far as it is read. */
const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .length(1),
});
const failure = z.object({ error: z.object({ code: z.string().nullish() }) });

/** An answer longer than this is none of ours. */
const LONGEST_BODY = 200_000;

/** Carries one request for the SDK and keeps to itself what went wrong. */
export interface Carrier {
  readonly fetch: typeof fetch;
  readonly fault: () => OpinionFault | undefined;
}

/**
 * A `fetch` for the SDK that signs the request, sends it to the real address, and reads the answer itself. The SDK prints
 * every failure to the console, where standard output carries data and logs may hold no words; so it is given an empty
 * answer instead, and the fault is told here.
 */
export function carrier({
  fetch,
  endpoint,
  headers,
  signal,
}: {
  readonly fetch: typeof globalThis.fetch;
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}): Carrier {
  let fault: OpinionFault | undefined;
  return {
    fault: () => fault,
    async fetch(input, init) {
      const read = await send().catch((): OpinionFault => (signal.aborted ? 'timeout' : 'unreachable'));
      if (typeof read === 'string') fault = read;
      return Response.json(typeof read === 'string' ? NO_ANSWER : read);

      async function send(): Promise<object | OpinionFault> {
        const response = await fetch(realAddress(asText(input), endpoint), {
          method: 'POST',
          body: init?.body ?? null,
          headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
          redirect: 'error', // a message goes to the address of the settings and nowhere else
          signal,
        });
        const body = parse((await response.text()).slice(0, LONGEST_BODY));
        return response.ok ? readCompletion(body) : faultOf(response.status, body);
      }
    },
  };
}

const NO_ANSWER = { choices: [{ message: { role: 'assistant', content: '' } }] };

const asText = (input: string | URL | Request): string =>
  typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;

/** The SDK speaks https only; an endpoint on this very machine may not. */
function realAddress(asked: string, endpoint: string): string {
  const url = new URL(asked);
  url.protocol = new URL(endpoint).protocol;
  return url.href;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readCompletion(body: unknown): object | OpinionFault {
  const read = completion.safeParse(body);
  const choice = read.data?.choices[0];
  if (!choice) return 'malformed';
  const { finish_reason, message } = choice;
  if (finish_reason === 'content_filter') return 'content-filter';
  if (typeof message.refusal === 'string' && message.refusal !== '') return 'refused';
  if (finish_reason !== 'stop' || typeof message.content !== 'string') return 'malformed';
  return { choices: [{ message: { role: 'assistant', content: message.content } }] };
}

function faultOf(status: number, body: unknown): OpinionFault {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'no-deployment';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server';
  return failure.safeParse(body).data?.error.code === 'content_filter' ? 'content-filter' : 'bad-request';
}
