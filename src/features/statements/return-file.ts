import type { Figures } from './ports.js';
import type { ForceReturn } from './quarterly-return.js';

/** The lines of a return in the order in which they always stand. */
export const FIGURE_LABELS: readonly (readonly [keyof Figures, string])[] = [
  ['opened', 'Referrals opened'],
  ['acknowledged', 'Referrals acknowledged'],
  ['contacted', 'Referrals with contact made'],
  ['closed', 'Referrals closed'],
  ['overdue', 'Referrals overdue'],
  ['reportsOffered', 'Ways to report offered'],
];

/** The return as a file of comma-separated values: one heading row, one row of figures. */
export function returnFile({ force, quarter, figures }: ForceReturn): string {
  const head = ['Force', 'Quarter', ...FIGURE_LABELS.map(([, label]) => label)];
  const row = [force.name, quarter.name, ...FIGURE_LABELS.map(([key]) => String(figures[key]))];
  return `${[head, row].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that no spreadsheet takes for a formula. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
