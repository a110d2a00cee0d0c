import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import { aPerson } from '../../support/memory/briefing-builders.js';
import { briefingDesk, buttonOf } from '../../support/memory/briefing-desk.js';
import type { Reply } from '../../../src/bot/kit.js';

// The package's main file is an ES module without saying so; its bundle can be required.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof Renderer;

const everyCard = async (): Promise<readonly Reply[]> => {
  const desk = briefingDesk();
  const preview = await desk.say(
    'schedule 2027 north west second tuesday 18:00 presenter a@example.org sometimes',
  );
  const draft = buttonOf(preview, 'briefings/confirm');
  const change = await desk.press('briefings/change', draft);
  const confirmed = await desk.press('briefings/confirm', draft);
  await desk.work();
  const code = 'NW-2027-02';
  return [
    preview,
    change,
    confirmed,
    await desk.say('briefings'),
    await desk.say(`briefing ${code}`),
    await desk.say(`topics ${code}`),
    await desk.press('briefings/edit-topics', { code }),
    await desk.say(`cancel ${code} because *snow* [here](https://example.org) \${code}`),
    await desk.say('schedule 2025 north west second tuesday 18:00'),
  ];
};

const everyNode = (node: unknown): Record<string, unknown>[] =>
  typeof node !== 'object' || node === null
    ? []
    : [
        ...(Array.isArray(node) ? [] : [node as Record<string, unknown>]),
        ...Object.values(node).flatMap(everyNode),
      ];

test('every card is valid in version 1.5, speaks, and has no template mark left', async () => {
  for (const reply of await everyCard()) {
    if (reply.kind !== 'card') throw new Error('no card');
    const context = new SerializationContext(Versions.v1_5);
    const card = new AdaptiveCard();
    card.parse(reply.card, context);
    const events = Array.from(
      { length: context.eventCount },
      (_, index) => context.getEventAt(index).message,
    );
    expect(events).toEqual([]);
    expect(reply.card['speak']).toMatch(/\w/);
    const text = JSON.stringify(reply.card).replace('snow* [here](https://example.org) ${code}', '');
    expect(text).not.toMatch(/\$\{|\$data|\$when/);
  }
});

test('what people type stands in text runs only, as typed', async () => {
  const cards = await everyCard();
  const typed = ['a@example.org', 'sometimes', '*snow* [here](https://example.org) ${code}'];
  for (const words of typed) {
    const holders = cards
      .flatMap(everyNode)
      .filter((node) => typeof node['text'] === 'string' && node['text'].includes(words));
    expect(holders.length).toBeGreaterThan(0);
    expect(holders.map((node) => node['type'])).toEqual(holders.map(() => 'TextRun'));
  }
});

test('every button of a card has its verb in the table', async () => {
  const { chat } = briefingDesk();
  const verbs = new Set(chat.verbs.map((verb) => verb.verb));
  const used = (await everyCard())
    .flatMap(everyNode)
    .filter((node) => node['type'] === 'Action.Execute')
    .map((node) => node['verb']);
  expect(used.filter((verb) => !verbs.has(verb as string))).toEqual([]);
});

test('more than ten briefings are paged ten at a time, forth and back', async () => {
  const desk = briefingDesk();
  const person = aPerson({ roles: [{ role: 'coordinator' }] });
  for (const region of ['london', 'wales', 'scotland']) {
    const preview = await desk.say(`schedule 2027 ${region} second tuesday 18:00`, { person });
    await desk.press('briefings/confirm', buttonOf(preview, 'briefings/confirm'), { person });
  }
  const codes = (reply: Reply) => new Set(JSON.stringify(reply).match(/Open [A-Z]{2}-\d{4}-\d\d/g));
  const first = await desk.say('briefings', { person });
  const next = await desk.press('briefings/programme', { region: '', year: '', page: '2' }, { person });
  const last = await desk.press('briefings/programme', { region: '', year: '', page: '3' }, { person });
  expect([first, next, last].map((reply) => codes(reply).size)).toEqual([10, 10, 1]);
  expect(JSON.stringify(last)).not.toContain('"Next"');
  expect(JSON.stringify(first)).not.toContain('"Previous"');
});
