import type { Outcome } from './measure.js';
import { coverageFigure } from './plots/coverage.js';
import { groupsFigure } from './plots/groups.js';
import { learningFigure } from './plots/learning.js';
import type { LearningPoint } from './plots/learning.js';
import { reliabilityFigure } from './plots/reliability.js';
import { thresholdsFigure } from './plots/thresholds.js';

export { coverageFigure, groupsFigure, learningFigure, reliabilityFigure, thresholdsFigure };
export type { LearningPoint };

/** Every figure of a measurement as an SVG file, by file name. The same outcomes give the same files. */
export function figuresOf(
  outcomes: readonly Outcome[],
  curve: readonly LearningPoint[],
): Readonly<Record<string, string>> {
  return {
    'triage-reliability.svg': reliabilityFigure(outcomes),
    'triage-coverage.svg': coverageFigure(outcomes),
    'triage-thresholds.svg': thresholdsFigure(outcomes),
    'triage-learning.svg': learningFigure(curve),
    'triage-groups.svg': groupsFigure(outcomes),
  };
}
