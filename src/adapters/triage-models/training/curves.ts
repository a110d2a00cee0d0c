import { decidesAlone, DEFAULT_THRESHOLDS } from '../../../domain/question/triage.js';
import { accuracy, isRight, share } from './measure.js';
import type { Outcome } from './measure.js';

/** Messages whose decision is held with like belief. */
export interface Band {
  /** The lower edge: 0, 0.1 … 0.9. The last band holds belief of 1 too. */
  readonly from: number;
  readonly messages: number;
  readonly right: number;
  /** The mean belief, 0 to 1; the middle of the band where it is empty. */
  readonly belief: number;
}

/** The ten bands of belief. */
export function bandsOf(outcomes: readonly Outcome[]): readonly Band[] {
  return Array.from({ length: 10 }, (_, at) => {
    const band = outcomes.filter(
      ({ decision }) => Math.min(9, Math.floor(decision.confidence * 10 + 1e-9)) === at,
    );
    const sum = band.reduce((total, { decision }) => total + decision.confidence, 0);
    return {
      from: at / 10,
      messages: band.length,
      right: band.filter(isRight).length,
      belief: band.length === 0 ? (at + 0.5) / 10 : sum / band.length,
    };
  });
}

/** What happens where all is decided alone that is held with belief of `from` or more, and nothing else. */
export interface Coverage {
  readonly from: number;
  /** The share of messages decided, 0 to 1. */
  readonly decided: number;
  /** The share of these that is right, 0 to 1. */
  readonly accuracy: number;
}

/** One point for each belief that occurs, from the surest on: messages of the same belief are never parted. */
export function coverageCurve(outcomes: readonly Outcome[]): readonly Coverage[] {
  const sorted = [...outcomes].sort((left, right) => right.decision.confidence - left.decision.confidence);
  const points: Coverage[] = [];
  let right = 0;
  for (const [at, outcome] of sorted.entries()) {
    if (isRight(outcome)) right += 1;
    const from = outcome.decision.confidence;
    if (sorted[at + 1]?.decision.confidence === from) continue;
    points.push({ from, decided: (at + 1) / sorted.length, accuracy: right / (at + 1) });
  }
  return points;
}

/** The largest part of the surest messages of which at least `least` (0 to 1) is right; none where no part is. */
export function coverageAt(outcomes: readonly Outcome[], least: number): Coverage | undefined {
  return coverageCurve(outcomes).findLast((point) => point.accuracy >= least);
}

/** What the service does with a threshold other than its own, the others left as they are. */
export interface SurePoint {
  readonly sure: number;
  /** The share of messages asked back, 0 to 1. */
  readonly asked: number;
  /** The share of what is decided that is right, 0 to 1. */
  readonly accuracy: number;
}

/** The same decisions under other `sure` thresholds. Exact up to 0.97, as the same messages are then read closely. */
export function sureTradeOff(
  outcomes: readonly Outcome[],
  thresholds: readonly number[],
): readonly SurePoint[] {
  return thresholds.map((sure) => {
    const decided = outcomes.filter(({ decision }) =>
      decidesAlone(decision, { ...DEFAULT_THRESHOLDS, sure }),
    );
    return {
      sure,
      asked: share(outcomes.length - decided.length, outcomes.length),
      accuracy: accuracy(decided),
    };
  });
}

export interface DangerPoint {
  /** Undefined for what triage did, with its danger rules. */
  readonly emergency?: number;
  /** The share of emergencies found, 0 to 1. */
  readonly recall: number;
  /** The share of other messages taken for emergencies, 0 to 1. */
  readonly falseAlarms: number;
}

/**
 * What belief in danger alone would find with other `emergency` thresholds, without danger rules and without the bar for
 * one or two words. The higher of both readings' beliefs counts, as either makes an emergency in the service.
 */
export function dangerTradeOff(
  outcomes: readonly Outcome[],
  thresholds: readonly number[],
): readonly DangerPoint[] {
  return thresholds.map((emergency) => ({
    emergency,
    ...alarms(
      outcomes,
      ({ quick, decision }) =>
        Math.max(quick.probabilities.emergency, decision.probabilities.emergency) >= emergency,
    ),
  }));
}

/** What triage found, with danger rules and all. */
export function dangerFound(outcomes: readonly Outcome[]): DangerPoint {
  return alarms(outcomes, ({ decision }) => decision.route === 'emergency');
}

function alarms(
  outcomes: readonly Outcome[],
  raised: (outcome: Outcome) => boolean,
): Pick<DangerPoint, 'recall' | 'falseAlarms'> {
  const danger = outcomes.filter(({ message }) => message.route === 'emergency');
  const others = outcomes.filter(({ message }) => message.route !== 'emergency');
  return {
    recall: share(danger.filter(raised).length, danger.length),
    falseAlarms: share(others.filter(raised).length, others.length),
  };
}
