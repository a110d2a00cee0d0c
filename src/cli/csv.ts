/** What a spreadsheet takes for a formula at the beginning of a cell. */
const FORMULA = /^[\s]*[=+\-@\t\r|]/;

/** One line of comma-separated values. A cell that a spreadsheet would calculate gets an apostrophe before it. */
export const csvLine = (cells: readonly (string | number | null)[]): string => cells.map(cellOf).join(',');

function cellOf(value: string | number | null): string {
  const text = String(value ?? '').replace(/\s*[\r\n]+\s*/g, ' ');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
