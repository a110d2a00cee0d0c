import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Broadcast, ShowParts } from './parts.js';
import type { ShowEvent, ShownPerson, Snapshot } from './protocol.js';

export function createBroadcast(): Broadcast {
  const listeners = new Set<(event: ShowEvent) => void>();
  return {
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const HEARTBEAT_MS = 15_000;
const SHOWN_MESSAGES = 200;

/** Server-sent events: a snapshot, then each change; a page that comes back simply starts with a new snapshot. */
export async function openStream(parts: ShowParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  const write = (event: ShowEvent): void => void res.write(`data: ${JSON.stringify(event)}\n\n`);
  const early: ShowEvent[] = [];
  let started = false;
  const stop = parts.broadcast.listen((event) => (started ? write(event) : void early.push(event)));
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  req.on('close', () => {
    stop();
    clearInterval(heartbeat);
  });
  write(await snapshot(parts));
  started = true;
  for (const event of early) write(event);
}

async function snapshot(parts: ShowParts): Promise<Snapshot> {
  const { state } = parts.connector;
  const conversations = state.conversations();
  return {
    kind: 'snapshot',
    now: parts.clock.now(),
    people: parts.people.map(shown),
    conversations,
    messages: conversations.flatMap((one) => state.messages(one.id).slice(-SHOWN_MESSAGES)),
    meetings: state.meetings(),
    world: parts.feed.entries(),
    mails: parts.outbox.mails(),
    commands: parts.commands(),
    briefings: (await parts.stage.briefings().catch(() => [])).slice(0, 100),
    tourCommand: parts.tourCommand,
  };
}

const shown = ({ key, caption, teams }: ShowParts['people'][number]): ShownPerson => ({
  key,
  caption,
  name: teams.name,
  email: teams.email,
  kind: teams.kind,
  objectId: teams.objectId ?? null,
  tenantId: teams.tenantId,
});
