import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { toInstant, type Instant } from '../../domain/shared/time.js';
import { refusal } from './guard.js';
import { sendPage } from './pages.js';
import {
  clickRequest,
  clockRequest,
  installRequest,
  joinRequest,
  sayRequest,
  tokenRequest,
} from './requests.js';
import type { ShowParts } from './parts.js';
import { openStream } from './stream.js';

type Done =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };
interface Exchange {
  readonly path: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

type Operation = (parts: ShowParts, body: unknown) => Promise<Done>;

const done = (body: unknown = {}): Done => ({ kind: 'done', body });
const refuse = (status: number, message: string): Done => ({ kind: 'refused', status, message });

const OPERATIONS: Readonly<Record<string, Operation>> = {
  say: operation(sayRequest, async ({ connector }, input) =>
    done({ status: (await connector.clients.say(input)).status }),
  ),
  click: operation(clickRequest, async ({ connector }, { action, ...place }) => {
    const { type, id, verb, title, data } = action;
    const sent = {
      type,
      ...(id ? { id } : {}),
      ...(verb ? { verb } : {}),
      ...(title ? { title } : {}),
      ...(data ? { data } : {}),
    };
    return done({ status: (await connector.clients.click({ ...place, action: sent })).status });
  }),
  clock: operation(clockRequest, moveClock),
  token: operation(tokenRequest, issueToken),
  install: operation(installRequest, async ({ connector }, { person, action }) =>
    done({ conversationId: await connector.clients.install(person, action) }),
  ),
  join: operation(joinRequest, async ({ connector }, { person, meetingId }) => {
    await connector.clients.join(meetingId, person);
    return done();
  }),
};

/**
 * Answers everything under `/local`: the page, its event stream and what its visitor does. True when the request was
 * its own; false leaves it to the caller. Mount it before the body is read.
 */
export function localHandler(parts: ShowParts): (req: IncomingMessage, res: ServerResponse) => boolean {
  return (req, res) => {
    const path = (req.url ?? '/').split('?')[0] ?? '/';
    if (path !== '/local' && !path.startsWith('/local/')) return false;
    const problem = refusal(req);
    if (problem) reply(res, 403, { error: { code: 'forbidden', message: problem } });
    else void route(parts, { path, req, res });
    return true;
  };
}

async function route(parts: ShowParts, exchange: Exchange): Promise<void> {
  const { path, req, res } = exchange;
  if (path === '/local') {
    res.writeHead(302, { location: '/local/' });
    res.end();
  } else if (path === '/local/api/events' && req.method === 'GET') {
    await openStream(parts, req, res);
  } else if (path === '/local/jwks.json' && req.method === 'GET') {
    reply(res, 200, parts.tokens.jwks);
  } else if (path.startsWith('/local/api/')) {
    await operate(parts, exchange);
  } else if (req.method === 'GET' || req.method === 'HEAD') {
    await sendPage(parts.pageDirectory, path, res);
  } else {
    reply(res, 405, { error: { code: 'bad_request', message: 'This address is only read.' } });
  }
}

async function operate(parts: ShowParts, { path, req, res }: Exchange): Promise<void> {
  const name = path.slice('/local/api/'.length);
  const found = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!found || req.method !== 'POST') {
    reply(res, 404, { error: { code: 'not_found', message: 'There is nothing at this address.' } });
    return;
  }
  try {
    const outcome = await found(parts, JSON.parse(await read(req)) as unknown);
    if (outcome.kind === 'done') reply(res, 200, outcome.body);
    else reply(res, outcome.status, { error: { code: 'bad_request', message: outcome.message } });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'That did not work.';
    reply(res, 400, { error: { code: 'bad_request', message } });
  }
}

function operation<Input>(
  schema: z.ZodType<Input>,
  run: (parts: ShowParts, input: Input) => Promise<Done>,
): Operation {
  return async (parts, body) => {
    const checked = schema.safeParse(body);
    if (checked.success) return run(parts, checked.data);
    return refuse(400, checked.error.issues[0]?.message ?? 'That request does not fit.');
  };
}

async function moveClock(parts: ShowParts, input: z.infer<typeof clockRequest>): Promise<Done> {
  let to: string;
  if ('to' in input) to = input.to;
  else {
    const now = parts.clock.now();
    const coming = (await parts.stage.briefings()).filter((one) => one.joinUrl && one.startsAt > now);
    const next = coming.find((one) => !input.code || one.code === input.code);
    if (!next) return refuse(409, 'No such briefing is to come. Schedule one first.');
    to = next.startsAt;
  }
  const goal = toInstant(new Date(to));
  for (const stop of await stopsOnTheWay(parts, goal)) await parts.clock.moveTo(stop);
  if (!(await parts.clock.moveTo(goal))) return refuse(409, 'The clock only moves forward.');
  await parts.stage.settle();
  return done({ now: parts.clock.now() });
}

const A_DAY = 86_400_000;

/** A day before each briefing people are reminded of it: whoever jumps over that moment stops there briefly. */
async function stopsOnTheWay({ clock, stage }: ShowParts, goal: Instant): Promise<readonly Instant[]> {
  const now = clock.now();
  const moments = (await stage.briefings()).map((one) =>
    toInstant(new Date(Date.parse(one.startsAt) - A_DAY)),
  );
  return [...new Set(moments)].filter((at) => at > now && at < goal).toSorted();
}

async function issueToken(parts: ShowParts, input: z.infer<typeof tokenRequest>): Promise<Done> {
  const person = parts.connector.state.person(input.person);
  if (!person.objectId)
    return refuse(403, 'Somebody without an account gets no token: Teams refuses them too.');
  const { objectId, tenantId, name, email } = person;
  return done({ token: await parts.tokens.issue({ objectId, tenantId, name, email }) });
}

const BODY_LIMIT = 200_000;

async function read(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new RangeError('That is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8') || '{}';
}

function reply(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}
