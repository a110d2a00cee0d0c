import { DECIDING_LENGTH, normalise } from '../../../../src/domain/question/triage/normalise.js';

describe('making text comparable', () => {
  it('writes contractions out, with or without an apostrophe', () => {
    expect(normalise("I’m sure he's here, dont wait").text).toBe('i am sure he is here , do not wait');
    expect(normalise('theres someone').text).toBe('there is someone');
  });

  it('takes out markup, entities and invisible characters', () => {
    expect(normalise('<b>lo\u200bck</b> &amp; key').text).toBe('lock key');
  });

  it('reads letters of other alphabets, figures in words and stretched words as what they look like', () => {
    expect(normalise('fіre').text).toBe('fire');
    expect(normalise('b0mb').text).toBe('bomb');
    expect(normalise('heeeeelp').text).toBe('heelp');
  });

  it('puts placeholders for addresses of mail and web', () => {
    expect(normalise('see https://example.org/x or write to a@example.test').text).toBe(
      'see weblink or write to mailaddress',
    );
  });

  it('reads no more than the deciding length', () => {
    expect(normalise('word '.repeat(50_000)).plain.length).toBeLessThanOrEqual(DECIDING_LENGTH);
  });
});
