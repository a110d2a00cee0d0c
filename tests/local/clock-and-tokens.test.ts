import { createLocalJWKSet, jwtVerify } from 'jose';
import { createMovableClock } from '../../src/local/clock.js';
import { createLocalTokens } from '../../src/local/tokens.js';
import type { Instant } from '../../src/domain/shared/time.js';

const at = (text: string): Instant => text as Instant;

test('the clock starts where it is told and runs at the speed of time', async () => {
  let real = 1000;
  const clock = createMovableClock(at('2027-01-11T09:30:00.000Z'), () => real);
  real += 5000;
  expect(clock.now()).toBe('2027-01-11T09:30:05.000Z');
  expect(await clock.moveTo(at('2027-02-09T18:00:00.000Z'))).toBe(true);
  real += 1000;
  expect(clock.now()).toBe('2027-02-09T18:00:01.000Z');
});

test('the clock tells its listeners of a move, and refuses to go back', async () => {
  const clock = createMovableClock(at('2027-01-11T09:30:00.000Z'), () => 0);
  const heard: string[] = [];
  const stop = clock.onMove((now) => void heard.push(now));
  expect(await clock.moveTo(at('2027-01-10T00:00:00.000Z'))).toBe(false);
  await clock.moveTo(at('2027-01-12T00:00:00.000Z'));
  stop();
  await clock.moveTo(at('2027-01-13T00:00:00.000Z'));
  expect(heard).toEqual(['2027-01-12T00:00:00.000Z']);
});

test('a token holds under the published key, for its audience alone', async () => {
  const tokens = await createLocalTokens({ port: 3978, audience: 'local-tab' });
  const token = await tokens.issue({ objectId: 'o', tenantId: 't', name: 'Maya', email: 'm@x.test' });
  const keys = createLocalJWKSet(tokens.jwks);
  const { payload } = await jwtVerify(token, keys, {
    issuer: 'http://127.0.0.1:3978/local',
    audience: 'local-tab',
  });
  expect(payload).toMatchObject({ oid: 'o', tid: 't', name: 'Maya', preferred_username: 'm@x.test' });
  await expect(jwtVerify(token, keys, { issuer: tokens.issuer, audience: 'other' })).rejects.toThrow(/aud/);
  const others = await createLocalTokens({ port: 3978, audience: 'local-tab' });
  await expect(jwtVerify(token, createLocalJWKSet(others.jwks), { issuer: tokens.issuer })).rejects.toThrow();
});
