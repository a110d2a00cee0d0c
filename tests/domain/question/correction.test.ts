import { correctedAtQueue, correctedByAsker, weightiest } from '../../../src/domain/question/correction.js';
import { aQuestion } from '../../support/memory/question-builders.js';

test.each([
  ['asked_back', 'local_policing', 'presenter', 'presenter'],
  ['asked_back', 'presenter', 'presenter', undefined],
  ['answered_here', 'out_of_scope', 'presenter', 'presenter'],
  ['answered_here', 'event_help', 'now', 'emergency'],
  ['waiting', 'presenter', 'local', 'local_policing'],
  ['emergency', 'emergency', 'local', 'local_policing'],
  // “Tell my local policing team too” asks for more, and after a refusal the team is the way that is left
  ['answered_here', 'report_crime', 'local', undefined],
  ['declined', 'presenter', 'local', undefined],
  ['lapsed', 'presenter', 'local', undefined],
] as const)('in %s, guessed %s, the asker’s click “%s” corrects to %s', (state, route, choice, corrected) => {
  expect(correctedByAsker(aQuestion({ state, route }), choice)).toBe(corrected);
});

test.each([
  ['waiting', 'presenter', 'hand_over', 'local_policing'],
  ['needs_review', 'local_policing', 'hand_over', 'local_policing'],
  ['needs_review', 'out_of_scope', 'accept', 'presenter'],
  ['needs_review', 'report_crime', 'answer', 'presenter'],
  ['needs_review', 'presenter', 'accept', undefined],
  ['accepted', 'out_of_scope', 'answer', undefined],
  ['waiting', 'presenter', 'decline', undefined],
] as const)('in %s, guessed %s, “%s” at the queue corrects to %s', (state, route, act, corrected) => {
  expect(correctedAtQueue(aQuestion({ state, route }), act)).toBe(corrected);
});

test('a moderator outweighs a presenter, who outweighs an asker; the later of equals counts', () => {
  const said = (role: 'asker' | 'presenter' | 'moderator', route: string) => ({ role, route });
  expect(weightiest([said('moderator', 'a'), said('asker', 'b'), said('presenter', 'c')])?.route).toBe('a');
  expect(weightiest([said('asker', 'a'), said('asker', 'b')])?.route).toBe('b');
  expect(weightiest([])).toBeUndefined();
});
