import { loadWordVectors } from '../../../src/adapters/triage-models/word-vectors.js';
import { languageOf, maskIdentities, nameTeller } from '../../../src/domain/question/mask.js';

const mayBeName = nameTeller(loadWordVectors());
const mask = (text: string): string => maskIdentities(text, mayBeName);

test.each([
  ['Write to maya.okafor+desk@councillors.test please', 'Write to [e-mail] please'],
  ['See https://example.org/a?b=c and www.example.org/x', 'See [link] and [link]'],
  ['it is on example.co.uk/page now', 'it is on [link] now'],
  ['My page is @maya_cllr on there', 'My page is [handle] on there'],
  ['I live in M20 2WS, near the park', 'I live in [postcode], near the park'],
  ['we are at sw1a1aa', 'we are at [postcode]'],
  ['My postcode is LS6', 'My postcode is [postcode]'],
  ['ring me on 07700 900123 after six', 'ring me on [phone] after six'],
  ['Ring +44 (0)20 7946 0000', 'Ring [phone]'],
  ['it was 0161-496-0000.', 'it was [phone].'],
  ['The car is AB12 CDE, a red one', 'The car is [plate], a red one'],
  ['There is a man outside 14 Acacia Avenue', 'There is a man outside [address]'],
  ['we live at flat 3b, 22 high street', 'we live at [address], [address]'],
  ['the ginnel behind Calder Row', 'the ginnel behind [address]'],
  ['crime reference 06/1234567/26 was given', 'crime reference [number] was given'],
  ['We live at 3 Hafan Deg now', 'We live at [address] now'],
  ['Could Tom Ashworth come?', 'Could [name] come?'],
  ['Zbigniew keeps ringing me', '[name] keeps ringing me'],
  ['John next door shouted', '[name] next door shouted'],
  ['Mrs okafor and cllr smith were there', 'Mrs [name] and cllr [name] were there'],
  ['my name is dave and I ask', 'my name is [name] and I ask'],
  ['We meet in Didsbury on Fridays', 'We meet in [name] on Fridays'],
  ['I spoke to Jean-Luc O’Neill-Smith.', 'I spoke to [name].'],
])('%s → %s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

test.each([
  ['Is my lock enough? - maya okafor', 'Maya Okafor', 'Is my lock enough? - [name]'],
  ['my name is maya okafor', 'Maya Okafor', 'my name is [name]'],
  ['okafor here, MAYA OKAFOR, maya’s lock', 'Maya Okafor', "[name] here, [name], [name]'s lock"],
  ['thanks, jose o’neill', "José O'Neill", 'thanks, [name]'],
  ['it is anne-marie or just marie', 'Anne-Marie Wu', 'it is [name] or just [name]'],
  ['the office of grace', 'The Rt Hon Grace Li', 'the office of [name]'],
  ['mayan art, bookafor and wu stay', 'Maya Okafor Wu', 'mayan art, bookafor and wu stay'],
  ['link sent from x@link.test', 'Link Name', '[name] sent from [e-mail]'],
  ['is my lock enough? - maya', '', 'is my lock enough? - maya'],
])('“%s”, written by “%s”, keeps no word of that name: %s', (text, writer, masked) => {
  const once = maskIdentities(text, mayBeName, writer);
  expect(once.replaceAll('’', "'")).toBe(masked);
  expect(maskIdentities(once, mayBeName, writer)).toBe(once);
});

test('a writer whose name is full of signs breaks nothing', () => {
  for (const writer of ['', '  ', '.*+?^${}()|[]\\', '😀', 'A'.repeat(5000), 'a-'.repeat(3000)])
    expect(maskIdentities('is my own lock enough?', mayBeName, writer)).toBe('is my own lock enough?');
});

test.each([
  'How often should I vary my route to work?',
  'Are video doorbells worth it? My council says no.',
  'Do we call 999 or 101 for a suspicious parcel?',
  'Is WhatsApp safe for council business, or does Facebook read it?',
  'Should our mosque lock its doors during Friday prayers in Ramadan?',
  'As an MP, can I keep my CCTV for 30 days under GDPR?',
  "I've a question: what's the best lock for a uPVC door at 3 in the morning?",
  'Pwy ddylai agor y post mewn swyddfa fach?',
])('nothing is taken out of “%s”', (text) => {
  expect(mask(text)).toBe(text);
});

test('masking twice changes nothing more, and no text breaks it', () => {
  const texts = [
    '',
    '[',
    '@',
    '😀 Ŵyl',
    'A'.repeat(5000),
    '0'.repeat(5000),
    'Tom '.repeat(2000),
    `${'a.'.repeat(2000)}com`,
  ];
  for (const text of [...texts, 'Could Tom ask 0161 496 0000 about M20 2WS?'])
    expect(mask(mask(text))).toBe(mask(text));
});

test.each([
  ['gaps', `${'\n'.repeat(2000)}${'Aa '.repeat(600)}`],
  ['paths', `${'a.co/'.repeat(800)}@`],
])('a text of nothing but %s does not hold up others', (_name, text) => {
  const before = performance.now();
  maskIdentities(text, () => false);
  expect(performance.now() - before).toBeLessThan(1000);
});

test('the language is told by its small words', () => {
  expect(languageOf('Sut mae dod â chyfarfod i ben yn gwrtais?')).toBe('cy');
  expect(languageOf('How do we end a meeting politely?')).toBe('en');
});
