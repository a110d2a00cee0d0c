import { brand, type PersonId } from '../../../src/domain/shared/ids.js';
import { alarmKeeper, MOST_WAITING, type PendingAlarm } from '../../../src/features/questions/alarms.js';
import { NOW } from '../../support/memory/question-builders.js';

const anAlarm = (deliveryKey: string): PendingAlarm => ({
  text: 'DANGER',
  deliveryKey,
  at: NOW,
  person: () => Promise.resolve(brand<PersonId>('p')),
  door: 'personal',
});

/** A store that is down at first, and never takes what is called bad. */
function open() {
  const written: string[] = [];
  const timers: { wait: number; run: () => void }[] = [];
  const state = { down: true };
  const alarms = alarmKeeper(
    ({ deliveryKey }) => {
      if (state.down || deliveryKey.startsWith('bad')) return Promise.reject(new Error('not written'));
      written.push(deliveryKey);
      return Promise.resolve();
    },
    { after: (wait, run) => void timers.push({ wait, run }) },
  );
  const later = async () => {
    for (const { run } of timers.splice(0)) run();
    await new Promise(setImmediate);
  };
  return { alarms, written, timers, state, later };
}

test('an alarm that can never be written does not keep later ones from the store, and is still tried', async () => {
  const { alarms, written, timers, state, later } = open();
  for (const key of ['bad', 'one', 'two']) await alarms.keep(anAlarm(key));
  state.down = false;
  await later();
  expect(written).toEqual(['one', 'two']);
  expect(alarms.waiting()).toBe(1);
  expect(timers).toHaveLength(1);
});

test('many that can never be written only hold the others up until the next round', async () => {
  const { alarms, written, state, later } = open();
  for (let number = 0; number < 30; number += 1) await alarms.keep(anAlarm(`bad ${String(number)}`));
  await alarms.keep(anAlarm('good'));
  state.down = false;
  await later();
  await later();
  expect(written).toEqual(['good']);
  expect(alarms.waiting()).toBe(30);
});

test('a flood is kept up to the limit; what is beyond is counted, and what waits is still written', async () => {
  const { alarms, written, state, later } = open();
  for (let number = 0; number < MOST_WAITING + 3; number += 1) await alarms.keep(anAlarm(String(number)));
  expect([alarms.waiting(), alarms.givenUp()]).toEqual([MOST_WAITING, 3]);
  state.down = false;
  await alarms.keep(anAlarm('now'));
  await later();
  expect(written).toHaveLength(MOST_WAITING + 1);
  expect(alarms.waiting()).toBe(0);
});

test('at the end what waits is tried once more at once, and a store that is down stops nothing', async () => {
  const { alarms, written, state } = open();
  for (const key of ['bad', 'one']) await alarms.keep(anAlarm(key));
  await alarms.flush();
  state.down = false;
  await alarms.flush();
  expect(written).toEqual(['one']);
});
