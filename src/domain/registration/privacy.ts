/** The least number that is shown as it is; a smaller one could point at somebody. */
export const LEAST_COUNT = 5;

/** A count of people as a lead sees it: exact from 5 on, otherwise `fewer than 5`. */
export const countInWords = (count: number): string =>
  count < LEAST_COUNT ? `fewer than ${String(LEAST_COUNT)}` : String(count);
