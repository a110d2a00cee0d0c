import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody in Teams, as the Connector knows them. */
export interface TeamsUser {
  readonly objectId: string;
  readonly name: string;
  readonly email: string;
}

/** Where something is said; the person's own chat when absent. */
export interface Place {
  readonly conversationId: string;
  readonly type: 'personal' | 'groupChat' | 'channel';
}

/** One call of the bot that changes a conversation. */
export interface Sent {
  readonly method: 'POST' | 'PUT';
  readonly conversationId: string;
  /** What it answers, or for an update what it replaces. */
  readonly activityId: string | undefined;
  /** Seen by the one it is addressed to, and by nobody else. */
  readonly targeted: boolean;
  readonly recipient: string | undefined;
  readonly cards: readonly Card[];
  readonly text: string;
}

export interface Card {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** What became of one activity: the HTTP answer, and everything the bot sent because of it. */
export interface Turned {
  readonly status: number;
  readonly body: unknown;
  readonly milliseconds: number;
  readonly sent: readonly Sent[];
  /** Cards of the answer and of the messages, in that order. */
  readonly cards: readonly Card[];
  /** Every word that is shown. */
  readonly words: string;
}

/** A refusal for the next calls that fit. */
export interface Trouble {
  readonly status: number;
  readonly method?: string;
  /** Only calls whose address holds this. */
  readonly path?: string;
  readonly times?: number;
  readonly retryAfterSeconds?: number;
}

export interface ConnectorDouble {
  readonly serviceUrl: string;
  /** Everything sent so far, oldest first. */
  readonly sent: readonly Sent[];
  /** How many times each activity is delivered, at once. */
  deliveries: number;
  latencyMs: number;
  fail(trouble: Trouble): void;
  clearTrouble(): void;
  say(from: TeamsUser, text: string, at?: Place): Promise<Turned>;
  click(from: TeamsUser, verb: string, data?: object, at?: Place): Promise<Turned>;
  meeting(
    kind: 'Start' | 'End',
    from: TeamsUser,
    meeting: { joinUrl: string; id?: string },
    at: Place,
  ): Promise<Turned>;
  install(from: TeamsUser, at?: Place): Promise<Turned>;
  /** Posts any activity as it is. */
  post(activity: object): Promise<Turned>;
  close(): Promise<void>;
}

export const ownChat = (user: TeamsUser): Place => ({
  conversationId: `a:${user.objectId}`,
  type: 'personal',
});

const TENANT = 'aaaaaaaa-1111-4111-8111-111111111111';

/** Stands in for the Bot Connector: takes what the bot sends, and talks to it as people in Teams would. */
export async function connectorDouble(endpoint: () => string): Promise<ConnectorDouble> {
  const sent: Sent[] = [];
  const people = new Map<string, TeamsUser>();
  let troubles: { trouble: Trouble; left: number }[] = [];
  let number = 0;
  const server = createServer((request, response) => {
    void take(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (double.latencyMs > 0) await new Promise((wake) => setTimeout(wake, double.latencyMs));
    const url = new URL(request.url ?? '/', serviceUrl);
    const found = troubles.find(
      ({ left, trouble }) =>
        left > 0 &&
        (trouble.method ?? request.method) === request.method &&
        (request.url ?? '').includes(trouble.path ?? ''),
    );
    if (found) {
      found.left -= 1;
      if (found.trouble.retryAfterSeconds !== undefined)
        response.setHeader('retry-after', String(found.trouble.retryAfterSeconds));
      return answer(response, found.trouble.status, { error: { code: 'Told', message: 'told to fail' } });
    }
    const [, , , conversationId = '', what, id] = url.pathname.split('/').map(decodeURIComponent);
    if (request.method === 'GET') return answer(response, 200, roster(people.get(id ?? '')));
    if (conversationId === '') return answer(response, 201, { id: `a:${memberOf(body)}` });
    if (what !== 'activities') return answer(response, 404, {});
    number += 1;
    sent.push(
      sentOf(body, {
        method: request.method === 'PUT' ? 'PUT' : 'POST',
        conversationId,
        id,
        targeted: url.searchParams.get('isTargetedActivity') === 'true',
      }),
    );
    answer(response, 201, { id: `bot-${String(number)}` });
  }

  const activity = (from: TeamsUser, { conversationId, type }: Place): object => {
    people.set(`29:${from.objectId}`, from);
    return {
      id: `in-${String((number += 1))}-${String(Date.now())}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:${from.objectId}`, aadObjectId: from.objectId, name: from.name },
      recipient: { id: '28:desk', name: 'Briefing Desk' },
      conversation: { id: conversationId, conversationType: type, tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      locale: 'en-GB',
    };
  };

  async function post(given: object): Promise<Turned> {
    const times = Array.from({ length: double.deliveries }, () => deliver(given));
    const all = await Promise.all(times);
    const [first] = all as [Turned, ...Turned[]];
    const { id } = given as { id?: string };
    // the card of a fresh answer may come by any of the deliveries
    return turned(
      first,
      sent.filter(
        (entry) => entry.method === 'POST' && entry.activityId !== undefined && entry.activityId === id,
      ),
    );
  }

  async function deliver(given: object): Promise<Turned> {
    const from = performance.now();
    const response = await fetch(endpoint(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : parsed(text);
    return {
      status: response.status,
      body,
      milliseconds: performance.now() - from,
      sent: [],
      cards: [],
      words: '',
    };
  }

  const double: ConnectorDouble = {
    serviceUrl,
    sent,
    deliveries: 1,
    latencyMs: 0,
    fail: (trouble) => void troubles.push({ trouble, left: trouble.times ?? 1 }),
    clearTrouble: () => void (troubles = []),
    post,
    say: (from, text, at = ownChat(from)) => post({ ...activity(from, at), type: 'message', text }),
    click: (from, verb, data = {}, at = ownChat(from)) =>
      post({
        ...activity(from, at),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    meeting: (kind, from, { joinUrl, id }, at) =>
      post({
        ...activity(from, at),
        type: 'event',
        name: `application/vnd.microsoft.meeting${kind}`,
        value: { MeetingType: 'Scheduled', Title: 'Briefing', Id: id, JoinUrl: joinUrl },
      }),
    install: (from, at = ownChat(from)) =>
      post({ ...activity(from, at), type: 'installationUpdate', action: 'add' }),
    close: () => close(server),
  };
  return double;
}

/** The texts, titles and facts that a reader of a card sees. */
export function wordsOf(shown: unknown): string {
  const words: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && SHOWN.has(key)) words.push(value);
      else if (key !== 'data') walk(value);
    }
  };
  walk(shown);
  return words.join('\n');
}

const SHOWN = new Set([
  'text',
  'title',
  'value',
  'label',
  'placeholder',
  'errorMessage',
  'altText',
  'speak',
  'fallbackText',
]);

/** A button of a card, by the words on it. */
export function button(
  turnedTo: Pick<Turned, 'cards'>,
  title: RegExp,
): { verb: string; data: Record<string, unknown> } {
  const found: { title?: string; verb: string; data?: Record<string, unknown> }[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const entry = node as { type?: string; verb?: string };
    if (entry.type === 'Action.Execute' && entry.verb !== undefined)
      found.push(entry as (typeof found)[number]);
    Object.values(node).forEach(walk);
  };
  walk(turnedTo.cards);
  const fits = found.find((entry) => title.test(entry.title ?? ''));
  if (!fits)
    throw new Error(
      `no button ${String(title)} among ${found.map((entry) => entry.title ?? entry.verb).join(', ')}`,
    );
  return { verb: fits.verb, data: fits.data ?? {} };
}

function turned(first: Turned, sent: readonly Sent[]): Turned {
  const { value, type } = (first.body ?? {}) as { value?: unknown; type?: string };
  const inBody = type === 'application/vnd.microsoft.card.adaptive' ? [value as Card] : [];
  const cards = [...inBody, ...sent.flatMap((entry) => entry.cards)];
  const said = type?.endsWith('activity.message') === true && typeof value === 'string' ? value : '';
  const failed =
    type?.endsWith('error') === true ? wordsOf(value) + ((value as { message?: string }).message ?? '') : '';
  return {
    ...first,
    sent,
    cards,
    words: [said, failed, ...sent.map((entry) => entry.text), wordsOf(cards)].filter(Boolean).join('\n'),
  };
}

function sentOf(
  body: unknown,
  call: { method: 'POST' | 'PUT'; conversationId: string; id: string | undefined; targeted: boolean },
): Sent {
  const {
    attachments = [],
    text = '',
    replyToId,
    recipient,
  } = body as {
    attachments?: { content: Card }[];
    text?: string;
    replyToId?: string;
    recipient?: { id?: string };
  };
  const { method, conversationId, targeted } = call;
  return {
    method,
    conversationId,
    targeted,
    activityId: call.id ?? replyToId,
    recipient: recipient?.id,
    text,
    cards: attachments.map(({ content }) => content),
  };
}

const memberOf = (body: unknown): string =>
  ((body as { members?: { id: string }[] }).members?.[0]?.id ?? '').replace(/^29:/, '');

const roster = (user: TeamsUser | undefined): object =>
  user
    ? {
        id: `29:${user.objectId}`,
        name: user.name,
        email: user.email,
        userPrincipalName: user.email,
        aadObjectId: user.objectId,
      }
    : {};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return parsed(Buffer.concat(chunks).toString('utf8'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
