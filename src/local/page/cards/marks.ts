/** Marks that cards put before a word, drawn here, since not every machine has a font with pictures. */
const SHAPES: Readonly<Record<string, string>> = {
  '✓': 'M13.5 4.5 6.5 11.5 2.5 7.8',
  '✕': 'M4 4l8 8M12 4l-8 8',
  '●': 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  '○': 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  '⚠': 'M8 2 14.5 13.5h-13zM8 6.3v3.4M8 11.4v.3',
  ℹ: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.3v3.6M8 4.9v.3',
  '❗': 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.7v4M8 10.9v.3',
  '❓': 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 10.9v.3',
  '🔒': 'M3.5 7h9v6.5h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2M8 9.5v1.6',
};
const MARK = new RegExp(`(${Object.keys(SHAPES).join('|')})\\uFE0F?`, 'u');
const SVG = 'http://www.w3.org/2000/svg';

/** Draws the marks in a card's words in place of their characters. */
export function drawMarks(card: HTMLElement): void {
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) drawIn(text);
}

function drawIn(text: Text): void {
  const found = MARK.exec(text.data);
  const path = SHAPES[found?.[1] ?? ''];
  if (!found || path === undefined) return;
  const after = text.splitText(found.index);
  after.data = after.data.slice(found[0].length);
  after.before(drawn(path));
  drawIn(after);
}

/** Hidden from readers' software: the words beside a mark say the same. */
function drawn(path: string): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('class', 'mark');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  icon.append(line);
  return icon;
}
