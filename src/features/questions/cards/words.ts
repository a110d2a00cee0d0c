/** Text as a card shows it: control characters, which would swell the card and show as nothing, become spaces. */
export const plainText = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');

/** The beginning of a long text on one line, marked as shortened where it is. */
export function preview(text: string, limit: number): string {
  const line = plainText(text).replace(/\s+/g, ' ').trim();
  return line.length <= limit ? line : `${line.slice(0, limit).trimEnd()}… (shortened)`;
}

/** `tel:` with digits alone. */
const dial = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** How a line is reached, as links; its data is our own, so Markdown is safe. */
export function reachOf(line: {
  readonly phone?: string;
  readonly textphone?: string;
  readonly url?: string;
}): string {
  return [
    ...(line.phone === undefined ? [] : [`[${line.phone}](${dial(line.phone)})`]),
    ...(line.textphone === undefined ? [] : [`(Relay UK ${line.textphone})`]),
    ...(line.url === undefined ? [] : [`[Report online](${line.url})`]),
  ].join(' · ');
}

/** Where a page of a list stands. */
export interface Pages {
  readonly page: number;
  readonly pages: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

export const PAGE_SIZE = 10;

/** The page nearest to the one asked for. */
export function pagesOf(total: number, wanted: number): Pages {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { page, pages, hasPrevious: page > 1, hasNext: page < pages };
}
