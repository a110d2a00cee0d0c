import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import type { AdaptiveCard as Card } from '../../src/bot/kit.js';

// The package's main file is an ES module without saying so; its bundle can be required.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof Renderer;

const CARD_LIMIT = 25 * 1024;

/** Expects a card that Teams takes: schema 1.5, small, nothing left of its template. */
export function expectGoodCard(card: Card): void {
  const json = JSON.stringify(card);
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(CARD_LIMIT);
  expect(card.version).toBe('1.5');
  expect(json).not.toMatch(/\$\{|undefined|\[object|"\$when"|"\$data"/);
  const context = new SerializationContext(Versions.v1_5);
  new AdaptiveCard().parse(card, context);
  expect(Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)).toEqual([]);
}
