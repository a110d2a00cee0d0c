import { decidesAlone, ROUTES } from '../../../../src/domain/question/triage.js';
import type { Probabilities, Route } from '../../../../src/domain/question/triage.js';

/** Belief in some routes; the rest goes to the first. */
function belief(route: Route, others: Partial<Record<Route, number>> = {}) {
  const rest = 1 - Object.values(others).reduce((sum, each) => sum + each, 0);
  const probabilities = Object.fromEntries(
    ROUTES.map((each) => [each, each === route ? rest : (others[each] ?? 0)]),
  ) as Probabilities;
  return { route, confidence: rest, probabilities };
}

describe('what triage decides alone', () => {
  it('is what it is sure of', () => {
    expect(decidesAlone(belief('event_help', { out_of_scope: 0.2 }))).toBe(true);
    expect(decidesAlone(belief('event_help', { out_of_scope: 0.45 }))).toBe(false);
  });

  it('is never held up for danger', () => {
    expect(decidesAlone(belief('emergency', { out_of_scope: 0.8 }))).toBe(true);
  });

  it('is nothing else where danger may be', () => {
    expect(decidesAlone(belief('event_help', { emergency: 0.05 }))).toBe(false);
  });

  it.each(['report_crime', 'local_policing', 'suspicious_activity'] as const)(
    'does not put out of scope what may be %s',
    (route) => {
      expect(decidesAlone(belief('out_of_scope', { [route]: 0.05 }))).toBe(true);
      expect(decidesAlone(belief('out_of_scope', { [route]: 0.12 }))).toBe(false);
    },
  );

  it('does not put out of scope a question that may be fit', () => {
    expect(decidesAlone(belief('out_of_scope', { presenter: 0.04 }))).toBe(false);
  });

  it('does not show presenters what may be somebody’s own', () => {
    expect(decidesAlone(belief('presenter', { local_policing: 0.05 }))).toBe(false);
    expect(decidesAlone(belief('presenter', { local_policing: 0.02 }))).toBe(true);
  });
});
