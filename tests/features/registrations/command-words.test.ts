import { parseCode, parseWanted } from '../../../src/features/registrations/command-words.js';

test.each([
  'NW-2027-02',
  'nw 2027 02',
  ' NW-2027-02, please. ',
  'NW-2027-02 – thank you!',
  'me from NW-2027-02, thanks',
  'my place at the briefing NW-2027-02 please',
  'NW-2027-02 os gwelwch yn dda, diolch',
])('the code alone, with a small word or thanks, is taken: %s', (rest) => {
  expect(parseCode(rest)).toEqual({ kind: 'input', input: 'NW-2027-02' });
  expect(parseWanted(rest)).toEqual({ kind: 'input', input: { kind: 'briefing', code: 'NW-2027-02' } });
});

test.each([
  'NW-2027-02, there is a man at my door',
  'NW-2027-02 please send somebody',
  'NW-2027-02 not',
  'help me NW-2027-02',
  'NW-2027-02 and WA-2027-02',
])('a message that says more than the code changes nothing and says so: %s', (rest) => {
  for (const parsed of [parseCode(rest), parseWanted(rest)])
    expect(parsed).toMatchObject({
      kind: 'problem',
      problem: expect.stringContaining('Nothing has been changed') as string,
    });
});
