import { brand, type PersonId } from '../../../src/domain/shared/ids.js';
import { BODY_LIMIT, decideDraft, decideRelease } from '../../../src/domain/statement/statement.js';
import { findQuarter } from '../../../src/domain/statement/quarter.js';

const writer = brand<PersonId>('writer');
const other = brand<PersonId>('other');

describe('releasing a statement', () => {
  test('takes a second coordinator', () => {
    const draft = { status: 'draft', draftedBy: writer } as const;
    expect(decideRelease(draft, writer).kind).toBe('refused');
    expect(decideRelease(draft, other)).toEqual({ kind: 'release' });
  });

  test('twice sends nothing again, and a discarded draft stays discarded', () => {
    expect(decideRelease({ status: 'released', draftedBy: writer }, other)).toEqual({ kind: 'same' });
    expect(decideRelease({ status: 'superseded', draftedBy: writer }, other)).toEqual({ kind: 'same' });
    expect(decideRelease({ status: 'discarded', draftedBy: writer }, other).kind).toBe('refused');
  });

  test('a draft that is too long is refused with how much, never cut', () => {
    const decided = decideDraft({ title: 'A', body: 'x'.repeat(BODY_LIMIT + 7) });
    expect(decided).toMatchObject({ kind: 'refused', problem: expect.stringContaining('shorten it by 7') });
    expect(decideDraft({ title: ' ', body: 'x' }).kind).toBe('refused');
    expect(decideDraft({ title: ' A ', body: ' b ' })).toEqual({ kind: 'accepted', title: 'A', body: 'b' });
  });
});

describe('a quarter', () => {
  test.each([
    ['gmp 2027-Q1', '2027-Q1', 'gmp', '2027-01-01T00:00:00.000Z', '2027-03-31T23:00:00.000Z'],
    ['2027 q2 kent', '2027-Q2', 'kent', '2027-03-31T23:00:00.000Z', '2027-06-30T23:00:00.000Z'],
    ['kent Q4 2027', '2027-Q4', 'kent', '2027-09-30T23:00:00.000Z', '2028-01-01T00:00:00.000Z'],
  ])('in “%s” begins and ends at midnight in London', (text, name, rest, from, to) => {
    expect(findQuarter(text)).toMatchObject({ quarter: { name, from, to }, rest });
  });

  test('is not found where none is named', () => {
    expect(findQuarter('kent 2027')).toBeUndefined();
    expect(findQuarter('kent 2027-Q5')).toBeUndefined();
  });
});
