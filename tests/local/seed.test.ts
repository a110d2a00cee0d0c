import { programmeDates } from '../../src/domain/briefing/cadence.js';
import { REGIONS } from '../../src/domain/shared/region.js';
import { SEED } from '../../src/local/seed.js';

test('eleven regions hold seven briefings each: 77, all to come when local mode starts', () => {
  expect(SEED.programmes.map((one) => one.region).toSorted()).toEqual(
    REGIONS.map((one) => one.id).toSorted(),
  );
  const dates = SEED.programmes.flatMap((one) => programmeDates(one.year, one));
  expect(dates).toHaveLength(77);
  expect(dates.every((date) => date > SEED.startsAt.slice(0, 10))).toBe(true);
});

test('no two regions’ briefings meet on one evening in the first month', () => {
  const first = SEED.programmes.map((one) => programmeDates(one.year, one)[0]);
  expect(new Set(first).size).toBe(11);
});

test('every address is of a domain that cannot exist', () => {
  const addresses = [...SEED.people.map((one) => one.teams.email), ...SEED.teams.map((one) => one.email)];
  expect(addresses.filter((address) => !/^[^@\s]+@[^@\s]+\.(?:test|example)$/.test(address))).toEqual([]);
});

test('people are told apart by every id, and every programme has a lead who may type it', () => {
  for (const ids of [
    SEED.people.map((one) => one.key),
    SEED.people.map((one) => one.teams.mri),
    SEED.people.map((one) => one.teams.email),
  ]) {
    expect(new Set(ids).size).toBe(SEED.people.length);
  }
  for (const programme of SEED.programmes) {
    const lead = SEED.people.find((one) => one.key === programme.lead)?.known?.person;
    expect(lead?.roles).toContainEqual({ role: 'regional-lead', region: programme.region });
    expect(programme.presenters).not.toContain('');
  }
});

test('the stranger is unknown to the desk', () => {
  expect(SEED.people.find((one) => one.key === 'daniel')?.known).toBeUndefined();
});
