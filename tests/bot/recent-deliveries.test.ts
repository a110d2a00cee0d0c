import { RecentDeliveries } from '../../src/bot/recent-deliveries.js';

test('deliveries of the same activity at once and later run once and get one answer', async () => {
  const recent = new RecentDeliveries();
  let runs = 0;
  const work = async (): Promise<number> => {
    runs += 1;
    await new Promise((go) => setTimeout(go, 5));
    return runs;
  };
  expect(await Promise.all([recent.once('a', work), recent.once('a', work)])).toEqual([1, 1]);
  expect(await recent.once('a', work)).toBe(1);
  expect(await recent.once('b', work)).toBe(2);
});

test('one that failed may be tried again', async () => {
  const recent = new RecentDeliveries();
  const failing = (): Promise<never> => Promise.reject(new Error('away'));
  const both = await Promise.allSettled([recent.once('a', failing), recent.once('a', failing)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await recent.once('a', () => Promise.resolve('now'))).toBe('now');
});

test('the oldest are let go, so that memory does not grow without end', async () => {
  const recent = new RecentDeliveries();
  const count = new Map<string, number>();
  const run = (key: string) =>
    recent.once(key, () => Promise.resolve(count.set(key, (count.get(key) ?? 0) + 1)));
  for (let n = 0; n <= 5_000; n += 1) await run(`key-${String(n)}`);
  await run('key-0');
  await run('key-5000');
  expect(count.get('key-0')).toBe(2);
  expect(count.get('key-5000')).toBe(1);
});
