import { findQuarter, type Quarter } from '../../domain/statement/quarter.js';
import type { Instant } from '../../domain/shared/time.js';
import type { Figures, FigureStore, ReturningForce } from './ports.js';

export interface ForceReturn {
  readonly force: ReturningForce;
  readonly quarter: Quarter;
  readonly figures: Figures;
  /** True while the quarter still runs. */
  readonly unfinished: boolean;
}

export type Wanted =
  | { readonly kind: 'input'; readonly input: { readonly force: ReturningForce; readonly quarter: Quarter } }
  | { readonly kind: 'problem'; readonly problem: string };

const FILLERS = /\b(the|of|for|police|service|constabulary|force)\b/g;

/** `<force> <YYYY>-Q<n>`, in any order; the force by name or id. */
export function readReturn(text: string, forces: readonly ReturningForce[]): Wanted {
  const found = findQuarter(text);
  if (!found) return { kind: 'problem', problem: 'Please add the quarter, such as 2027-Q1.' };
  const key = keyOf(found.rest);
  if (key === '') return { kind: 'problem', problem: 'Please give the force, such as Greater Manchester.' };
  const exact = forces.filter(({ id, name }) => keyOf(id) === key || keyOf(name) === key);
  const near = exact.length > 0 ? exact : forces.filter(({ name }) => keyOf(name).startsWith(key));
  const [force] = near;
  if (!force)
    return {
      kind: 'problem',
      problem: `I know no force called “${found.rest}”. Give its name, such as Greater Manchester.`,
    };
  if (near.length > 1) {
    const names = near.map(({ name }) => name).join(', ');
    return {
      kind: 'problem',
      problem: `Several forces are called like that: ${names}. Please give the whole name.`,
    };
  }
  return { kind: 'input', input: { force, quarter: found.quarter } };
}

/** The figures of a force in a quarter. */
export const makeReturn =
  (ports: { figures: FigureStore }) =>
  async (input: { force: ReturningForce; quarter: Quarter; now: Instant }): Promise<ForceReturn> => {
    const { force, quarter, now } = input;
    const { from, to } = quarter;
    const figures = await ports.figures.figures({ force: force.id, from, to, now });
    return { force, quarter, figures, unfinished: now < to };
  };

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[-_&]/g, (mark) => (mark === '&' ? ' and ' : ' '))
    .replace(FILLERS, ' ')
    .replace(/[^a-z]+/g, '');
