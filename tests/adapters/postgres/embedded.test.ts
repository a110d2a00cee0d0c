import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineInUse, openEmbeddedEngine, ownerOf } from '../../../src/adapters/postgres/embedded.js';

let folder: string;
const lock = () => join(folder, 'engine.lock');

/** Making the engine's files takes seconds, so each test gets a copy of made ones. */
let made: string;
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'desk-engine-'));
  await (await openEmbeddedEngine(made)).close();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-engine-'));
  cpSync(made, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The number of a process that is gone. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('one opener owns the engine, the second is told who; when it closes, the lock is free', async () => {
  expect(ownerOf(folder)).toBeUndefined();
  const engine = await openEmbeddedEngine(folder);
  expect(ownerOf(folder)).toEqual({ pid: process.pid });
  expect(statSync(lock()).mode & 0o077).toBe(0);
  const second = openEmbeddedEngine(folder);
  await expect(second).rejects.toBeInstanceOf(EngineInUse);
  await expect(second).rejects.toMatchObject({ owner: { pid: process.pid } });
  engine.announce({ door: 'http://127.0.0.1:1/', key: 'key' });
  expect(ownerOf(folder)).toEqual({ pid: process.pid, door: 'http://127.0.0.1:1/', key: 'key' });
  expect(statSync(lock()).mode & 0o077).toBe(0);
  await engine.close();
  expect(ownerOf(folder)).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['engine']);
  const again = await openEmbeddedEngine(folder);
  await again.close();
});

test('the lock of another live process holds', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    const owner = { pid: other.pid, door: 'http://127.0.0.1:1/', key: 'key' };
    writeFileSync(lock(), JSON.stringify(owner));
    await expect(openEmbeddedEngine(folder)).rejects.toMatchObject({ name: 'EngineInUse', owner });
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toEqual(owner);
  } finally {
    other.kill();
    await once(other, 'exit');
  }
});

test.each([
  ['of a killed process', async () => JSON.stringify({ pid: await deadProcess() })],
  [
    'of an earlier life of this very process number',
    () => Promise.resolve(JSON.stringify({ pid: process.pid })),
  ],
  ['that is no lock at all', () => Promise.resolve('garbage')],
])('a lock %s is taken over', async (_what, content) => {
  writeFileSync(lock(), await content());
  expect(ownerOf(folder)).toBeUndefined();
  const engine = await openEmbeddedEngine(folder);
  expect(ownerOf(folder)?.pid).toBe(process.pid);
  await engine.close();
  expect(existsSync(lock())).toBe(false);
});

test('a take-over that was itself killed does not bar the way for ever, one under way does', async () => {
  writeFileSync(lock(), JSON.stringify({ pid: await deadProcess() }));
  writeFileSync(`${lock()}.takeover`, '');
  await expect(openEmbeddedEngine(folder)).rejects.toBeInstanceOf(EngineInUse);
  utimesSync(`${lock()}.takeover`, new Date(0), new Date(0));
  await (await openEmbeddedEngine(folder)).close();
  expect(readdirSync(folder)).toEqual(['engine']);
});

test('several processes that find a lock left behind: exactly one opens', async () => {
  writeFileSync(lock(), JSON.stringify({ pid: await deadProcess() }));
  const tries = await Promise.allSettled([1, 2, 3].map(() => openEmbeddedEngine(folder)));
  const opened = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(opened).toHaveLength(1);
  await opened[0]?.close();
});
