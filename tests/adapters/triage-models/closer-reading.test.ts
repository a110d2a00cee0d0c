import { closerReading, EncoderUnavailable } from '../../../src/adapters/triage-models/index.js';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/question/triage.js';
import { aBriefing } from './briefings.js';
import { aDecision, fakeEmbedding, fakeEncoder, scriptedModel } from './scripted.js';

const model = scriptedModel();
const asking = (text: string, briefing = aBriefing()) => ({ text, briefing, model });

describe('what is not read closer', () => {
  it.each([
    ['all but certain', aDecision({ kind: 'decided', confidence: 0.97 })],
    ['decided danger', aDecision({ kind: 'decided', route: 'emergency', confidence: 0.6 })],
    [
      'danger, however little it is believed',
      aDecision({ kind: 'ask', route: 'emergency', confidence: 0.1 }),
    ],
  ])('is %s: the decision comes back as it was, and no encoder is asked', async (_name, quick) => {
    const encoder = fakeEncoder();
    expect(await closerReading(encoder)(asking('A question.'), quick)).toBe(quick);
    expect(encoder.asked).toEqual([]);
  });
});

describe('a closer reading', () => {
  it('shows the model the embeddings of the message and of the topics, in their order', async () => {
    const shown = scriptedModel();
    await closerReading(fakeEncoder())({ ...asking('A question.'), model: shown }, aDecision());
    expect(shown.shown).toEqual([
      {
        message: fakeEmbedding('A question.'),
        topics: aBriefing().topics.map(({ title, summary }) => fakeEmbedding(`${title}: ${summary}`)),
      },
    ]);
  });

  it('decides what was left open, by the thresholds it is given', async () => {
    const read = closerReading(fakeEncoder());
    expect(await read(asking('A question.'), aDecision())).toMatchObject({
      kind: 'decided',
      route: 'presenter',
      confidence: 0.99,
    });
    const strict = { ...asking('A question.'), thresholds: { ...DEFAULT_THRESHOLDS, sure: 0.999 } };
    expect(await read(strict, aDecision())).toMatchObject({ kind: 'ask', route: 'presenter' });
  });

  it('reads what was decided without being all but certain, and may find danger there', async () => {
    const alarmed = {
      ...asking('What do we do about him now'),
      model: scriptedModel({ close: { emergency: 0.4 } }),
    };
    const quick = aDecision({ kind: 'decided', confidence: 0.9 });
    expect(await closerReading(fakeEncoder())(alarmed, quick)).toMatchObject({ route: 'emergency' });
  });

  it('takes a topic without a summary by its title, and a briefing without topics', async () => {
    const encoder = fakeEncoder();
    const bare = aBriefing({ topics: [{ title: 'Post', summary: '' }] });
    await closerReading(encoder)(asking('One', bare), aDecision());
    expect(encoder.asked).toContainEqual(['Post']);
    const none = aBriefing({ topics: [] });
    expect(await closerReading(encoder)(asking('Two', none), aDecision())).toMatchObject({ kind: 'decided' });
  });

  it('looks at the first twenty topics of a briefing that has hundreds', async () => {
    const encoder = fakeEncoder();
    const topics = Array.from({ length: 300 }, (_, at) => ({ title: `Topic ${String(at)}`, summary: '' }));
    await closerReading(encoder)(asking('A question.', aBriefing({ topics })), aDecision());
    expect(Math.max(...encoder.asked.map((texts) => texts.length))).toBe(20);
  });

  it('keeps the quick decision where the encoder gives nothing back', async () => {
    const quick = aDecision();
    const silent = { ...fakeEncoder(), embed: () => Promise.resolve([]) };
    expect(await closerReading(silent)(asking('A question.'), quick)).toBe(quick);
  });
});

describe('the topics of a briefing', () => {
  /** How often topics were encoded: messages here have no colon. */
  const topicsAsked = (asked: readonly (readonly string[])[]): number =>
    asked.filter((texts) => texts.length > 1).length;

  it('are encoded once for all its messages, also for those that come at once', async () => {
    const encoder = fakeEncoder();
    const read = closerReading(encoder);
    await Promise.all(['One', 'Two', 'Three'].map((text) => read(asking(text, aBriefing()), aDecision())));
    await read(asking('Four', aBriefing({ id: 'another-day' })), aDecision());
    expect(topicsAsked(encoder.asked)).toBe(1);
    expect(encoder.asked).toHaveLength(5);
  });

  it('are encoded again where they have changed', async () => {
    const encoder = fakeEncoder();
    const read = closerReading(encoder);
    await read(asking('One'), aDecision());
    const [first, second] = aBriefing().topics;
    await read(asking('Two', aBriefing({ topics: [second!, first!] })), aDecision());
    expect(topicsAsked(encoder.asked)).toBe(2);
  });

  it('are forgotten after a hundred other briefings, so that none is held for ever', async () => {
    const encoder = fakeEncoder();
    const read = closerReading(encoder);
    const numbered = (at: number) =>
      aBriefing({ topics: ['a', 'b'].map((title) => ({ title: `${title}${String(at)}`, summary: '' })) });
    for (let at = 0; at <= 100; at++) await read(asking('A question.', numbered(at)), aDecision());
    await read(asking('A question.', numbered(100)), aDecision());
    expect(topicsAsked(encoder.asked)).toBe(101);
    await read(asking('A question.', numbered(0)), aDecision());
    expect(topicsAsked(encoder.asked)).toBe(102);
  });
});

describe('an encoder that fails', () => {
  it('rejects, and is asked again at the next message, for the topics too', async () => {
    const sound = fakeEncoder();
    let failing = true;
    const encoder = {
      ...sound,
      embed: (texts: readonly string[]) =>
        failing ? Promise.reject(new EncoderUnavailable('away')) : sound.embed(texts),
    };
    const read = closerReading(encoder);
    await expect(read(asking('One'), aDecision())).rejects.toBeInstanceOf(EncoderUnavailable);
    await expect(read(asking('Two'), aDecision())).rejects.toBeInstanceOf(EncoderUnavailable);
    failing = false;
    expect(await read(asking('Three'), aDecision())).toMatchObject({ kind: 'decided' });
    expect(sound.asked).toHaveLength(2);
  });
});
