import { openDoor, throughDoor, type Door, type RunCommand } from '../../src/cli/door.js';
import { CommandFault } from '../../src/cli/io.js';
import { fakeIo } from './fake-io.js';

let door: Door;
let run: RunCommand;
beforeAll(async () => {
  door = await openDoor((argv, io) => run(argv, io));
});
afterAll(() => door.close());
const owner = () => ({ pid: 4711, door: door.door, key: door.key });

test('a command runs at the owner with its words and lines, and its answer comes back with its status', async () => {
  run = async (argv, io) => {
    for await (const line of io.lines) io.out(`${argv.join(' ')}: ${line}`);
    io.err('done');
    return 1;
  };
  const io = fakeIo(['one', 'two “ü” \\ "', '']);
  expect(await throughDoor(owner(), ['directory', 'import'], io, 'lines')).toBe(1);
  expect(io.stdout).toEqual([
    'directory import: one',
    'directory import: two “ü” \\ "',
    'directory import: ',
  ]);
  expect(io.stderr).toEqual(['done']);
});

test('a command that reads nothing does not wait for standard input', async () => {
  run = () => Promise.resolve(0);
  const never = fakeIo(
    (async function* () {
      await new Promise(() => undefined);
      yield '';
    })(),
  );
  expect(await throughDoor(owner(), ['status'], never, 'none')).toBe(0);
});

test('without the right key nothing runs: 401', async () => {
  let ran = 0;
  run = () => Promise.resolve(((ran += 1), 0));
  for (const headers of [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: `Bearer ${door.key}x` },
    { authorization: door.key },
  ]) {
    const response = await fetch(door.door, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: '{"argv":["status"],"input":""}',
    });
    expect(response.status).toBe(401);
  }
  await expect(throughDoor({ ...owner(), key: 'wrong' }, ['status'], fakeIo(), 'none')).rejects.toThrow(
    /process 4711\) did not take the command \(401\).*try again/,
  );
  expect(ran).toBe(0);
});

test('the door opens on the loopback address alone', () => {
  expect(door.door).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test('a body that is no command is answered as a failed one', async () => {
  for (const body of ['', 'nonsense', '{"argv":"status"}', '[]']) {
    const response = await fetch(door.door, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.key}` },
      body,
    });
    expect(await response.json()).toMatchObject({ status: 1, out: [] });
  }
});

test('a command that breaks at the owner fails, keeps what it had said, and leaves the door open', async () => {
  run = (_argv, io) => {
    io.out('{"first":true}');
    return Promise.reject(new Error('it broke'));
  };
  const io = fakeIo();
  expect(await throughDoor(owner(), ['status'], io, 'none')).toBe(1);
  expect(io.stdout).toEqual(['{"first":true}']);
  expect(io.stderr).toEqual(['it broke']);
  run = () => Promise.resolve(0);
  expect(await throughDoor(owner(), ['status'], fakeIo(), 'none')).toBe(0);
});

test('big input arrives whole', async () => {
  const lines = Array.from(
    { length: 60_000 },
    (_, index) => `{"kind":"domain","domain":"d${String(index)}.example.org"}`,
  );
  let seen = 0;
  run = async (_argv, io) => {
    for await (const line of io.lines) if (line !== '') seen += 1;
    return 0;
  };
  expect(await throughDoor(owner(), ['directory', 'import'], fakeIo(lines), 'lines')).toBe(0);
  expect(seen).toBe(60_000);
});

test('input beyond all measure is refused before it is sent, in words', async () => {
  const lines = Array.from({ length: 34 }, () => 'x'.repeat(1024 * 1024));
  await expect(throughDoor(owner(), ['directory', 'import'], fakeIo(lines), 'lines')).rejects.toThrow(
    /more than 32 MB.*parts/,
  );
});

test('two commands at once do not mix', async () => {
  run = async (argv, io) => {
    for (let n = 0; n < 5; n += 1) {
      await new Promise((go) => setTimeout(go, 2));
      io.out(argv[0] ?? '');
    }
    return argv[0] === 'a' ? 0 : 2;
  };
  const [a, b] = [fakeIo(), fakeIo()];
  expect(
    await Promise.all([throughDoor(owner(), ['a'], a, 'none'), throughDoor(owner(), ['b'], b, 'none')]),
  ).toEqual([0, 2]);
  expect(new Set(a.stdout)).toEqual(new Set(['a']));
  expect(b.stdout).toEqual(Array(5).fill('b'));
});

test('an owner that is just starting, and one that has gone, are told apart and named', async () => {
  const starting = throughDoor({ pid: 4711 }, ['status'], fakeIo(), 'none');
  await expect(starting).rejects.toThrow(
    'The service (process 4711) is just starting or stopping. Please try again in a moment.',
  );
  await expect(starting).rejects.toBeInstanceOf(CommandFault);
  const closed = await openDoor(() => Promise.resolve(0));
  closed.close();
  await expect(throughDoor({ pid: 4711, ...closed }, ['status'], fakeIo(), 'none')).rejects.toThrow(
    /running service \(process 4711\) does not answer/,
  );
});
