import { partsOfTeam, teamFor } from '../../../src/domain/routing/team.js';
import { AUDIENCES, AUDIENCE_LABELS, isAudience } from '../../../src/domain/shared/audience.js';
import { brand, type ForceId } from '../../../src/domain/shared/ids.js';

const force = brand<ForceId>('cumbria');

test.each([
  ['elected-official', 'cumbria/adviser'],
  ['private-office', 'cumbria/adviser'],
  ['faith-leader', 'cumbria/neighbourhood'],
  ['parish-councillor', 'cumbria/neighbourhood'],
  ['other', 'cumbria/neighbourhood'],
] as const)('a question of the audience %s goes to %s', (audience, team) => {
  expect(teamFor(force, audience)).toBe(team);
});

test('the id of a team tells its force and kind, with or without an area', () => {
  expect(partsOfTeam('cumbria/adviser')).toEqual({ force: 'cumbria', kind: 'adviser' });
  expect(partsOfTeam('cumbria/neighbourhood/kendal')).toEqual({ force: 'cumbria', kind: 'neighbourhood' });
  expect(partsOfTeam('cumbria')).toBeUndefined();
  expect(partsOfTeam('cumbria/traffic')).toBeUndefined();
});

test('every audience has a label, and nothing else is an audience', () => {
  expect(Object.keys(AUDIENCE_LABELS).sort()).toEqual([...AUDIENCES].sort());
  expect([isAudience('faith-leader'), isAudience('journalist')]).toEqual([true, false]);
});
