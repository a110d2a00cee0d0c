import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectorDouble, type ConnectorDouble } from '../support/connector-double.js';
import { freePort, runProgram, startProgram, untilAnswers, type Started } from '../support/production.js';
import { eventually, stranger } from '../support/service.js';

jest.setTimeout(120_000); // it starts five times

const LOCAL = 'dist/local/main.js';
const DESK = 'dist/cli/desk.js';

let folder: string;
let code: string;
let running: Started;
let connector: ConnectorDouble;
const visitor = stranger('Vera Visitor');

const desk = (...args: string[]): ReturnType<typeof runProgram> =>
  runProgram(DESK, args, { DATA_DIR: folder });
const start = async (env: Record<string, string> = {}): Promise<Started> =>
  startProgram(LOCAL, { DATA_DIR: folder, ...env });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-local-'));
  running = await start();
  connector = await connectorDouble(() => `${running.url}/api/messages`);
  await untilAnswers(running, '/readyz');
});
afterAll(async () => {
  running.process.kill('SIGKILL');
  await running.ended;
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

test('it answers in chat, and keeps what was said', async () => {
  code = await eventually(async () => {
    const { briefings } = (await (await fetch(`${running.url}/api/v1/public/briefings`)).json()) as {
      briefings: { code: string }[];
    };
    const [first] = briefings;
    if (!first) throw new Error('the programme is not written yet');
    return first.code;
  }, 60_000);
  const registered = await connector.say(visitor, `register ${code}`);
  expect(registered.words).toContain(code);
  expect(registered.words).not.toMatch(/there is no briefing/i);
});

test('a second start says plainly that it runs already, and how to run another', async () => {
  const second = await start();
  expect((await second.ended).code).toBe(1);
  expect(second.said()).toMatch(/runs already/);
  expect(second.said()).toMatch(/DATA_DIR=/);
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
});

test('a start on a port that is taken says so before it opens anything', async () => {
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const started = await startProgram(LOCAL, { DATA_DIR: `${folder}-unused`, PORT: String(port) });
  expect((await started.ended).code).toBe(1);
  expect(started.said()).toMatch(new RegExp(`Port ${String(port)}.*in use`));
  await new Promise((resolve) => other.close(resolve));
});

test.each([
  ['BOT_ID', FAKE_ID()],
  ['NODE_ENV', 'production'],
  ['WEBSITE_INSTANCE_ID', 'x'],
  ['HOST', '0.0.0.0'],
])('with %s set it does not start', async (name, value) => {
  const started = await start({ [name]: value });
  expect((await started.ended).code).toBe(1);
  expect(started.said()).toContain(name);
});

test('commands work while it runs, and it hears of them at once', async () => {
  const granted = await desk(
    'people',
    'grant',
    '--identity',
    visitor.objectId,
    '--role',
    'regional-lead',
    '--region',
    'north west',
  );
  expect({ code: granted.code, err: granted.err }).toMatchObject({ code: 0 });
  expect(JSON.parse(granted.out)).toMatchObject({
    outcome: 'granted',
    role: 'regional-lead',
    region: 'north-west',
  });
  const answer = await connector.say(visitor, 'briefings north west 2027');
  expect(answer.words).not.toMatch(/only a regional lead/i);
  expect(answer.words).toMatch(/North West/);
});

test('Ctrl-C ends it within five seconds with status 0, also while a page listens', async () => {
  const page = await fetch(`${running.url}/local/`).catch(() => undefined);
  await page?.text();
  const from = Date.now();
  running.process.kill('SIGINT');
  expect(await running.ended).toEqual({ code: 0, signal: null });
  expect(Date.now() - from).toBeLessThan(5_000);
});

test('commands work while it does not run', async () => {
  const status = await desk('status');
  expect({ code: status.code, err: status.err }).toMatchObject({ code: 0 });
  expect(status.out.trim()).not.toBe('');
  const wrong = await desk('people', 'grant', '--identity', 'nobody', '--role', 'regional-lead');
  expect(wrong.code).toBe(2);
  expect(wrong.out).toBe('');
});

test('after a restart everything is as it was', async () => {
  running = await start();
  await untilAnswers(running, '/readyz');
  const mine = await connector.say(visitor, 'my briefings');
  expect(mine.words).toContain(code);
});

test('killed outright, it starts again and has lost nothing that was answered', async () => {
  const asked = await connector.say(
    visitor,
    'ask How often should we vary our routes when travelling to surgeries?',
  );
  expect(asked.words).not.toBe('');
  running.process.kill('SIGKILL');
  await running.ended;
  running = await start();
  await untilAnswers(running, '/readyz');
  const mine = await connector.say(visitor, 'my questions');
  expect(mine.words).toContain('How often should we vary our routes');
});

function FAKE_ID(): string {
  return '11111111-1111-4111-8111-111111111111';
}
