import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Owner } from '../adapters/postgres/embedded.js';
import { CommandFault, type ExitStatus, type Io } from './io.js';

/** Runs a command of `desk` inside the process that owns the embedded engine. */
export type RunCommand = (argv: readonly string[], io: Io) => Promise<ExitStatus>;

const INPUT_LIMIT = 32 * 1024 * 1024;
/** Quotes and ends of lines take two characters in a call. */
const BODY_LIMIT = 2 * INPUT_LIMIT + 64 * 1024;
const call = z.object({ argv: z.array(z.string()), input: z.string() });
const result = z.object({
  status: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  out: z.array(z.string()),
  err: z.array(z.string()),
});

export interface Door {
  readonly door: string;
  readonly key: string;
  close(): void;
}

/** Opens a door on the loopback address through which the command line reaches the engine's owner. */
export async function openDoor(run: RunCommand): Promise<Door> {
  const key = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    if (!same(request.headers.authorization ?? '', `Bearer ${key}`)) {
      response.statusCode = 401;
      response.end();
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
    });
    request.on('end', () => {
      if (size > BODY_LIMIT) {
        response.statusCode = 413;
        response.end();
        return;
      }
      void answer(run, Buffer.concat(chunks).toString('utf8')).then((body) => {
        response.setHeader('content-type', 'application/json'); // no chaining: restify replaces writeHead for the whole process
        response.end(body);
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { door: `http://127.0.0.1:${String(port)}/`, key, close: () => server.close() };
}

async function answer(run: RunCommand, body: string): Promise<string> {
  const out: string[] = [];
  const err: string[] = [];
  const collected = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  try {
    const { argv, input } = call.parse(JSON.parse(body));
    const status = await run(argv, { ...collected, lines: linesOf(input) });
    return JSON.stringify({ status, out, err });
  } catch (cause) {
    return JSON.stringify({
      status: 1,
      out,
      err: [...err, cause instanceof Error ? cause.message : 'the command failed'],
    });
  }
}

async function* linesOf(text: string): AsyncGenerator<string> {
  for (const line of text.split(/\r?\n/)) yield await Promise.resolve(line);
}

/** Whether a command reads standard input; one that does not must not wait for it. */
export type Input = 'lines' | 'none';

/** Takes a command to the engine's owner. */
export async function throughDoor(
  owner: Owner,
  argv: readonly string[],
  io: Io,
  input: Input,
): Promise<ExitStatus> {
  if (!owner.door || !owner.key) {
    throw new CommandFault(
      `The service (process ${String(owner.pid)}) is just starting or stopping. Please try again in a moment.`,
    );
  }
  const lines = input === 'lines' ? await gather(io.lines) : [];
  const response = await fetch(owner.door, {
    method: 'POST',
    headers: { authorization: `Bearer ${owner.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ argv, input: lines.join('\n') }),
  }).catch((cause: unknown) => {
    throw new CommandFault(
      `The running service (process ${String(owner.pid)}) does not answer: ${(cause as Error).message}`,
    );
  });
  if (response.status !== 200) {
    throw new CommandFault(
      `The running service (process ${String(owner.pid)}) did not take the command (${String(response.status)}). It may have been started anew; please try again.`,
    );
  }
  const answered = result.parse(await response.json());
  for (const line of answered.err) io.err(line);
  for (const line of answered.out) io.out(line);
  return answered.status;
}

async function gather(lines: AsyncIterable<string>): Promise<string[]> {
  const gathered: string[] = [];
  let size = 0;
  for await (const line of lines) {
    size += Buffer.byteLength(line) + 1;
    if (size > INPUT_LIMIT)
      throw new CommandFault('That is more than 32 MB at once. Please split the input and give it in parts.');
    gathered.push(line);
  }
  return gathered;
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
