import { together } from '../../../src/adapters/postgres/together.js';

const later = (): Promise<void> => new Promise((wake) => setTimeout(wake, 5));

test('what is asked at the same time is answered in one go, each with its own answer', async () => {
  const batches: number[][] = [];
  const double = together(async (numbers: readonly number[]) => {
    batches.push([...numbers]);
    await later();
    return numbers.map((number) => number * 2);
  });
  expect(await Promise.all([1, 2, 3].map((number) => double(number)))).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2, 3]]);
});

test('what comes while every lane is busy gathers for the next batch, and none is larger than allowed', async () => {
  const sizes: number[] = [];
  const count = together(
    async (numbers: readonly number[]) => {
      sizes.push(numbers.length);
      await later();
      return numbers;
    },
    { lanes: 1, most: 4 },
  );
  const first = count(0);
  await new Promise((wake) => setImmediate(wake));
  const rest = Array.from({ length: 6 }, (_, number) => count(number));
  await Promise.all([first, ...rest]);
  expect(sizes).toEqual([1, 4, 2]);
});

test('one that cannot be answered fails alone; those that came with it are answered', async () => {
  const halve = together((numbers: readonly number[]) =>
    numbers.some((number) => number % 2 === 1)
      ? Promise.reject(new Error('odd'))
      : Promise.resolve(numbers.map((number) => number / 2)),
  );
  const settled = await Promise.allSettled([2, 3, 4].map((number) => halve(number)));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await halve(8)).toBe(4);
});

test('a batch that is not answered whole is answered to nobody', async () => {
  const forgetful = together<number, number>(() => Promise.resolve([]));
  await expect(forgetful(1)).rejects.toThrow('not answered whole');
});
