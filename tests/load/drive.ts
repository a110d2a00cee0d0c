import http from 'node:http';
import { objectIdOf } from './desk.js';

/** What a run of turns came to. */
export interface Measured {
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly turns: number;
  /** Turns that were not answered with 200. */
  readonly failed: number;
}

/** Sends one message after another over `hands` connections for so long; every message is a new one. */
export async function drive(options: {
  target: string;
  connector: string;
  hands: number;
  seconds: number;
  people: number;
  text: (n: number) => string;
}): Promise<Measured> {
  const { target, connector, hands, seconds, people, text } = options;
  const agent = new http.Agent({ keepAlive: true, maxSockets: hands });
  const times: number[] = [];
  let number = 0;
  let failed = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const run = Math.random().toString(36).slice(2);
  const hand = async (): Promise<void> => {
    while (performance.now() < end) {
      const n = (number += 1);
      const oid = objectIdOf(n % people);
      const from = performance.now();
      const status = await post(
        agent,
        `${target}/api/messages`,
        message({ id: `${run}-${String(n)}`, oid, connector, text: text(n) }),
      );
      times.push(performance.now() - from);
      if (status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { turnsPerSecond: times.length / took, p50: at(0.5), p99: at(0.99), turns: times.length, failed };
}

/** One message of a registered attendee, as Teams posts it. */
export const message = ({
  id,
  oid,
  connector,
  text,
}: {
  id: string;
  oid: string;
  connector: string;
  text: string;
}): string =>
  JSON.stringify({
    type: 'message',
    id,
    text,
    channelId: 'msteams',
    serviceUrl: connector,
    from: { id: `29:${oid}`, aadObjectId: oid, name: 'Bench Attendee' },
    recipient: { id: '28:desk', name: 'Briefing Desk' },
    conversation: { id: `a:${oid}`, conversationType: 'personal', tenantId: 'bench' },
    channelData: { tenant: { id: 'bench' } },
  });

export function post(agent: http.Agent, url: string, body: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', () => resolve(0));
    request.end(body);
  });
}
