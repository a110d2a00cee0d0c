import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { meetingView, myBriefings, publicBriefings } from '../../src/contract/briefings.js';
import { guidanceView } from '../../src/contract/guidance.js';
import { areaReply, forgottenReply, meView } from '../../src/contract/people.js';
import { myQuestions, questionOutcome, queueDecisionReply, queueView } from '../../src/contract/questions.js';
import { referralReply, teamReferrals } from '../../src/contract/referrals.js';
import { publicRegistrationReply, registrationReply } from '../../src/contract/registrations.js';
import { aTabWorld, type TabWorld } from './tab-world.js';

export interface TabCall {
  readonly method: string;
  readonly path: string;
  readonly authorisation: string | undefined;
  readonly key: string | undefined;
  readonly body: Record<string, unknown>;
}

type Answer = { readonly status: number; readonly body: unknown };
type Handler = (call: TabCall, match: readonly string[]) => Answer;

const ok = <T>(shape: z.ZodType<T>, body: z.input<z.ZodType<T>>): Answer => ({
  status: 200,
  body: shape.parse(body),
});

const refusal = (status: number, message: string): Answer => ({
  status,
  body: { error: { code: 'refused', message } },
});

/** A stand-in of `/api/v1` for browser tests: its answers are parsed by the contract, so that they are valid. */
export class TabApi {
  world: TabWorld = aTabWorld();
  calls: TabCall[] = [];
  /** Off: the stream is refused, so that the page has to poll. */
  streaming = true;
  #faults: { method: string; path: RegExp; answer: Answer | 'drop'; times: number }[] = [];
  readonly #listeners = new Set<ServerResponse>();

  reset(): void {
    this.world = aTabWorld();
    this.calls = [];
    this.streaming = true;
    this.#faults = [];
  }

  /** The next so many calls fail: with that status and sentence, or by a dropped connection (`status` 0). */
  fail(method: string, path: RegExp, status: number, message = 'No.', times = 1): void {
    this.#faults.push({ method, path, times, answer: status === 0 ? 'drop' : refusal(status, message) });
  }

  callsOf(method: string, path: RegExp): readonly TabCall[] {
    return this.calls.filter((call) => call.method === method && path.test(call.path));
  }

  /** Tells the open streams that the queue changed. */
  emitChanged(): void {
    for (const listener of this.#listeners) listener.write('data: {"kind":"changed"}\n\n');
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    this.calls.push(call);
    const fault = this.#faults.find(
      (one) => one.times > 0 && one.method === call.method && one.path.test(call.path),
    );
    if (fault) {
      fault.times -= 1;
      if (fault.answer === 'drop') request.socket.destroy();
      else send(response, fault.answer);
      return;
    }
    if (call.path.endsWith('/stream')) {
      this.#openStream(request, response);
      return;
    }
    if (call.path.endsWith('/calendar')) {
      response
        .writeHead(200, { 'content-type': 'text/calendar' })
        .end('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
      return;
    }
    send(response, this.#route(call));
  }

  #openStream(request: IncomingMessage, response: ServerResponse): void {
    if (!this.streaming) {
      send(response, refusal(503, 'The stream is down.'));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\ndata: {"kind":"ready"}\n\n');
    this.#listeners.add(response);
    request.on('close', () => this.#listeners.delete(response));
  }

  #route(call: TabCall): Answer {
    for (const [method, path, handler] of this.#table) {
      const match = path.exec(call.path);
      if (match && method === call.method) return handler(call, match.slice(1).map(decodeURIComponent));
    }
    return refusal(404, 'There is no such operation.');
  }

  #registration(code: string, registration: 'confirmed' | 'withdrawn', message: string): Answer {
    const index = this.world.briefings.findIndex((one) => one.code === code);
    const before = this.world.briefings[index];
    if (!before) return refusal(404, 'There is no such briefing.');
    const joinUrl = registration === 'confirmed' ? 'https://teams.microsoft.com/l/meetup-join/x' : null;
    const briefing = { ...before, registration, joinUrl };
    this.world.briefings[index] = briefing;
    return ok(registrationReply, { status: registration, briefing, message });
  }

  #decide(call: TabCall, id: string): Answer {
    if (call.body['act'] === 'split') return this.#split(id);
    const index = this.world.queue.findIndex((one) => one.id === id);
    const before = this.world.queue[index];
    if (!before) return refusal(404, 'There is no such question.');
    if (call.body['version'] !== before.version)
      return refusal(409, 'Sam Sample was first: the question is declined.');
    const states = {
      accept: 'accepted',
      answer: 'answered',
      hand_over: 'handed_over',
      decline: 'declined',
    } as const;
    const item = {
      ...before,
      state: states[call.body['act'] as keyof typeof states],
      version: before.version + 1,
    };
    this.world.queue[index] = item;
    return ok(queueDecisionReply, { item });
  }

  /** A wording leaves its group and becomes an item of its own. */
  #split(id: string): Answer {
    const index = this.world.queue.findIndex(({ wordings }) => wordings.some((one) => one.id === id));
    const group = this.world.queue[index];
    const wording = group?.wordings.find((one) => one.id === id);
    if (!group || !wording) return refusal(404, 'There is no such question.');
    const wordings = group.wordings.filter((one) => one !== wording);
    this.world.queue[index] = { ...group, wordings, askers: wordings.length + 1 };
    const item = { ...group, ...wording, version: wording.version + 1, askers: 1, wordings: [], seen: '' };
    this.world.queue.push(item);
    return ok(queueDecisionReply, { item });
  }

  #act(call: TabCall, id: string): Answer {
    const index = this.world.referrals.findIndex((one) => one.id === id);
    const before = this.world.referrals[index];
    if (!before) return refusal(404, 'There is no such referral.');
    if (call.body['version'] !== before.version)
      return refusal(409, 'Sergeant Sample acknowledged it at 18:04.');
    const states = { acknowledge: 'acknowledged', contact: 'contacted', close: 'closed' } as const;
    const referral = {
      ...before,
      state: states[call.body['act'] as keyof typeof states],
      version: before.version + 1,
    };
    this.world.referrals[index] = referral;
    return ok(referralReply, { referral });
  }

  readonly #table: readonly (readonly [string, RegExp, Handler])[] = [
    ['GET', /^\/guidance$/, () => ok(guidanceView, this.world.library)],
    ['GET', /^\/public\/briefings$/, () => ok(publicBriefings, { briefings: this.world.briefings })],
    [
      'POST',
      /^\/public\/registrations$/,
      () =>
        ok(publicRegistrationReply, {
          message: 'If we can register you, a mail is on its way. Look in your junk folder as well.',
        }),
    ],
    ['GET', /^\/me$/, () => ok(meView, this.world.me)],
    [
      'PUT',
      /^\/me$/,
      (call) => {
        this.world.me = meView.parse({ ...this.world.me, ...call.body });
        return ok(meView, this.world.me);
      },
    ],
    [
      'PUT',
      /^\/me\/area$/,
      (call) =>
        call.body['area'] === 'Newport'
          ? ok(areaReply, {
              kind: 'ask',
              message: 'There are two Newports. Which one is yours?',
              suggestions: ['Newport, Wales', 'Newport, Isle of Wight'],
            })
          : ok(areaReply, {
              kind: 'placed',
              me: this.world.me,
              message: 'Saved. Your questions go to the Preston neighbourhood team.',
            }),
    ],
    ['DELETE', /^\/me$/, () => ok(forgottenReply, { message: 'Everything we knew about you is deleted.' })],
    ['GET', /^\/me\/questions$/, () => ok(myQuestions, { questions: this.world.questions })],
    ['GET', /^\/briefings$/, () => ok(myBriefings, { briefings: this.world.briefings })],
    [
      'GET',
      /^\/meeting\/(.+)$/,
      () => {
        const briefing = this.world.briefings[0];
        return briefing
          ? ok(meetingView, { briefing, role: this.world.role })
          : refusal(404, 'Not a briefing.');
      },
    ],
    [
      'POST',
      /^\/registrations$/,
      (call) =>
        this.#registration(
          String(call.body['briefing']),
          'confirmed',
          'You are registered. Your confirmation is on its way.',
        ),
    ],
    [
      'DELETE',
      /^\/registrations\/(.+)$/,
      (_, [code = '']) =>
        this.#registration(code, 'withdrawn', 'You have withdrawn. You may register again at any time.'),
    ],
    ['POST', /^\/questions$/, () => ok(questionOutcome, this.world.outcome)],
    [
      'POST',
      /^\/questions\/(.+)\/choice$/,
      () =>
        ok(questionOutcome, {
          ...this.world.outcome,
          kind: 'referred',
          route: 'local_policing',
          title: 'Your local policing team has it',
          choices: [],
        }),
    ],
    [
      'GET',
      /^\/queue\/([^/]+)$/,
      (_, [code = '']) =>
        ok(queueView, { briefing: { code, title: 'North West briefing' }, items: this.world.queue }),
    ],
    ['POST', /^\/queue\/[^/]+\/items\/(.+)$/, (call, [id = '']) => this.#decide(call, id)],
    [
      'GET',
      /^\/team\/referrals$/,
      () =>
        ok(teamReferrals, {
          team: { name: 'Preston neighbourhood team', forceName: 'Lancashire Constabulary' },
          referrals: this.world.referrals,
        }),
    ],
    ['POST', /^\/team\/referrals\/(.+)$/, (call, [id = '']) => this.#act(call, id)],
  ];
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }); // no chaining: restify replaces writeHead for the whole process
  response.end(JSON.stringify(body));
}

async function readCall(request: IncomingMessage): Promise<TabCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const said = Buffer.concat(chunks).toString('utf8');
  return {
    method: request.method ?? 'GET',
    path: (request.url ?? '').replace('/api/v1', ''),
    authorisation: request.headers.authorization,
    key: request.headers['idempotency-key'] as string | undefined,
    body: (said === '' ? {} : JSON.parse(said)) as Record<string, unknown>,
  };
}
