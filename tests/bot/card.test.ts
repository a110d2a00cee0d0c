import { CARD_LIMIT_BYTES, cardFrom } from '../../src/bot/card.js';

const template = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '${words}' }] },
    { type: 'TextBlock', $data: '${lines}', text: '${text}' },
    { type: 'TextBlock', $when: '${urgent}', text: 'Urgent' },
  ],
};
interface Data {
  readonly words: string;
  readonly lines: readonly { readonly text: string }[];
  readonly urgent: boolean;
}
const render = cardFrom<Data>(template);
const data = (changes: Partial<Data> = {}): Data => ({
  words: 'Hello',
  lines: [],
  urgent: false,
  ...changes,
});

test('a card is filled with its data', () => {
  const card = render(data({ lines: [{ text: 'one' }, { text: 'two' }], urgent: true }));
  expect(card['body']).toMatchObject([
    { inlines: [{ text: 'Hello' }] },
    { text: 'one' },
    { text: 'two' },
    { text: 'Urgent' },
  ]);
});

test('one rendering leaves nothing for the next', () => {
  render(data({ words: 'Somebody else wrote this', lines: [{ text: 'secret' }] }));
  expect(JSON.stringify(render(data()))).not.toMatch(/Somebody|secret/);
});

test.each([
  '${words}',
  '${1+1}',
  '$root',
  '{{DATE(2027)}}',
  '"}],"body":[]',
  '**bold** [link](https://example.org)',
  '<at>x</at>',
  '\u202e\u0000😀',
])('what a person typed is shown as it is: %j', (words) => {
  expect(render(data({ words }))['body']).toMatchObject([{ inlines: [{ text: words }] }]);
});

test('a card that is too large for Teams is refused, measured in bytes', () => {
  expect(() => render(data({ words: 'x'.repeat(CARD_LIMIT_BYTES) }))).toThrow(RangeError);
  expect(() => render(data({ words: 'x'.repeat(CARD_LIMIT_BYTES / 2) }))).not.toThrow();
  expect(() => render(data({ words: '語'.repeat(CARD_LIMIT_BYTES / 2) }))).toThrow(RangeError);
});
