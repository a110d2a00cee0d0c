import type { WindowId } from '../state/layout.js';

/** The tour's hands: they find, show and press the very buttons that a visitor would. */

const PATIENCE_MS = 8000;
const LOOK_MS = 100;
const PRESS_MS = 480;
const LETTER_MS = 14;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Waits until there is such a thing; throws the problem as a sentence when it does not come. */
export async function soon<Thing>(find: () => Thing | undefined, problem: string): Promise<Thing> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const found = find();
    if (found !== undefined) return found;
    await pause(LOOK_MS);
  }
  throw new Error(problem);
}

const paneOf = (window: WindowId): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(`[data-window="${window}"]`) ?? undefined;

/** The document in a window's frame, once it is there: our own pages, of our own origin. */
const pageIn = (window: WindowId): Document | undefined =>
  paneOf(window)?.querySelector('iframe')?.contentDocument ?? undefined;

/** The newest button of that title in a window's conversation. */
export function buttonIn(window: WindowId, title: RegExp): HTMLElement | undefined {
  return buttons(paneOf(window), title).at(-1);
}

/** The first button of that title on the page in a window's frame. */
export const buttonOnPage = (window: WindowId, title: RegExp): HTMLElement | undefined =>
  buttons(pageIn(window)?.body, title)[0];

/** The first field on the page in a window's frame whose label begins so. */
export function fieldOnPage(
  window: WindowId,
  label: string,
): HTMLInputElement | HTMLSelectElement | undefined {
  const labels = [...(pageIn(window)?.querySelectorAll('label') ?? [])];
  const found = labels.find((one) => one.textContent.trim().startsWith(label))?.control;
  // Made in the frame's own world, so `instanceof` of this one would deny it.
  return found && ['INPUT', 'SELECT'].includes(found.tagName)
    ? (found as HTMLInputElement | HTMLSelectElement)
    : undefined;
}

function buttons(root: HTMLElement | undefined, title: RegExp): readonly HTMLElement[] {
  const all = [...(root?.querySelectorAll<HTMLButtonElement>('button, [role="tab"]') ?? [])];
  return all.filter((one) => !one.disabled && title.test(one.textContent.trim()));
}

const wantsCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Brings something into view and lets the eye find it. */
async function show(element: HTMLElement): Promise<void> {
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  if (!wantsCalm()) {
    const ring = (size: string): string => `0 0 0 ${size} rgb(91 95 199 / 55%)`;
    element.animate({ boxShadow: [ring('0px'), ring('6px'), ring('2px')] }, { duration: PRESS_MS });
  }
  await pause(PRESS_MS);
}

export async function pressOn(element: HTMLElement): Promise<void> {
  await show(element);
  element.click();
}

/** Fills a field as typing would: the page behind it hears each letter. */
export async function fill(field: HTMLInputElement | HTMLSelectElement, text: string): Promise<void> {
  field.scrollIntoView({ block: 'center', behavior: 'instant' });
  const isChoice = field.tagName === 'SELECT';
  for (let length = isChoice ? text.length : 1; length <= text.length; length += 1) {
    setValue(field, text.slice(0, length));
    await pause(isChoice ? LETTER_MS * 20 : LETTER_MS);
  }
}

/** The page's own library keeps the value: only the setter of the element's kind tells it of a change. */
function setValue(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  const kind = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(field, value);
  const type = field.tagName === 'SELECT' ? 'change' : 'input';
  field.dispatchEvent(new Event(type, { bubbles: true }));
}
