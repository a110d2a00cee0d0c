import { vet } from '../../../src/domain/registration/vetting.js';
import { countInWords } from '../../../src/domain/registration/privacy.js';

const stranger = { vetted: false, roles: [] };

describe('vetting', () => {
  test('lets known invitees and people with a role in at once', () => {
    expect(vet({ ...stranger, vetted: true }, [], [])).toBe('at-once');
    expect(vet({ ...stranger, roles: [{ role: 'presenter' }] }, [], [])).toBe('at-once');
  });

  test.each([
    ['cllr@council.example', 'at-once'],
    ['cllr@COUNCIL.Example', 'at-once'],
    ['cllr@members.council.example', 'at-once'],
    ['cllr@notcouncil.example', 'by-lead'],
    ['cllr@council.example.net', 'by-lead'],
    ['council.example', 'by-lead'],
    ['@council.example', 'by-lead'],
    ['council.example@evil.test', 'by-lead'],
  ])('judges %s by its domain: %s', (address, vetting) => {
    expect(vet(stranger, [address], ['council.example'])).toBe(vetting);
  });

  test('sends everyone else to a lead', () => {
    expect(vet(stranger, ['a@example.org'], [])).toBe('by-lead');
    expect(vet(stranger, [], ['council.example'])).toBe('by-lead');
  });
});

test('a count under five is not told apart', () => {
  expect([0, 1, 4, 5, 12].map(countInWords)).toEqual([
    'fewer than 5',
    'fewer than 5',
    'fewer than 5',
    '5',
    '12',
  ]);
});
