import type { SecondOpinion, TriageBriefing } from '../../domain/question/triage.js';
import { createBreaker } from './breaker.js';
import { carrier, type OpinionFault } from './opinion-carrier.js';
import { ANSWER_SCHEMA, dataOf, readOpinion, RULES } from './opinion-prompt.js';

/** The first version without `preview` in it that takes a schema for the answer. */
const API_VERSION = '2024-10-21';
const PATIENCE_MS = 2_000;
const AT_ONCE = 8;

/** What came of asking. `skipped`: nobody was asked, since too many are being asked or the model has just failed. */
export type OpinionAsked =
  | { readonly kind: 'opinion'; readonly opinion: SecondOpinion }
  | { readonly kind: 'none'; readonly fault: OpinionFault }
  | { readonly kind: 'skipped' };

/** Puts one question to a chat deployment and gives what it wrote. */
type Complete = (request: {
  readonly endpoint: string;
  readonly deployment: string;
  readonly apiVersion: string;
  readonly rules: string;
  readonly data: string;
  readonly schema: { readonly name: string; readonly schema: object };
  readonly fetch: typeof fetch;
}) => Promise<string>;

export interface SecondOpinionOptions {
  /** Address of the resource, such as `https://example.openai.azure.com`. */
  readonly endpoint: string;
  readonly deployment: string;
  /** What signs a request: a key or a token. Its time counts too. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  readonly complete: Complete;
  readonly fetch: typeof fetch;
  /** Takes out of a text what tells who it is about, before it leaves. */
  readonly mask: (text: string) => string;
  /** Milliseconds for the whole; 2,000 unless told. */
  readonly patience?: number;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/**
 * Asks a chat deployment of Azure OpenAI where a message belongs: once, in two seconds altogether, at most eight at a
 * time, and not for a minute after five failures in a row. Never throws; anything but an answer of the agreed shape is
 * no opinion.
 */
export function azureSecondOpinion(
  options: SecondOpinionOptions,
): (message: { readonly text: string; readonly briefing: TriageBriefing }) => Promise<OpinionAsked> {
  const breaker = createBreaker(options.now ?? (() => performance.now()));
  let underWay = 0;
  return async (message) => {
    if (underWay >= AT_ONCE || breaker.isOpen()) return { kind: 'skipped' };
    underWay += 1;
    const controller = new AbortController();
    const { promise: late, resolve: giveUp } = Promise.withResolvers<OpinionAsked>();
    const timer = setTimeout(() => {
      controller.abort();
      giveUp({ kind: 'none', fault: 'timeout' });
    }, options.patience ?? PATIENCE_MS);
    const work = askOnce(options, message, controller.signal).finally(() => {
      underWay -= 1;
    });
    const asked = await Promise.race([work, late]);
    clearTimeout(timer);
    breaker.note(asked.kind === 'opinion' || (asked.kind === 'none' && ABOUT_THE_MESSAGE.has(asked.fault)));
    return asked;
  };
}

/** The service is well; it only would not answer this. */
const ABOUT_THE_MESSAGE: ReadonlySet<OpinionFault> = new Set<OpinionFault>(['content-filter', 'refused']);

async function askOnce(
  { endpoint, deployment, headers, complete, fetch, mask }: SecondOpinionOptions,
  { text, briefing }: { readonly text: string; readonly briefing: TriageBriefing },
  signal: AbortSignal,
): Promise<OpinionAsked> {
  try {
    const data = dataOf(mask(text), briefing);
    const signed = await headers().catch(() => undefined);
    if (!signed) return { kind: 'none', fault: 'sign-in' };
    const carried = carrier({ fetch, endpoint, headers: signed, signal });
    const written = await complete({
      endpoint,
      deployment,
      apiVersion: API_VERSION,
      rules: RULES,
      data,
      schema: ANSWER_SCHEMA,
      fetch: carried.fetch,
    });
    const fault = carried.fault();
    if (fault) return { kind: 'none', fault };
    const opinion = readOpinion(written);
    return opinion ? { kind: 'opinion', opinion } : { kind: 'none', fault: 'malformed' };
  } catch {
    return { kind: 'none', fault: 'malformed' };
  }
}
