import type { z } from 'zod';
import type { helpLine } from '../../../contract/questions.js';
import type { Text } from '../../text/en.js';

export type HelpLine = z.infer<typeof helpLine>;

/** The two lines that must stand there even when nothing can be loaded. */
export const standingLines = (text: Text): readonly HelpLine[] => [
  { name: text.lines.emergencyName, phone: '999', url: null, when: text.lines.emergencyWhen },
  { name: text.lines.policeName, phone: '101', url: null, when: text.lines.policeWhen },
];

/** The lines with 999 first, adding it when it is missing. */
export function emergencyFirst(lines: readonly HelpLine[], text: Text): readonly HelpLine[] {
  const emergency = lines.find((line) => line.phone === '999');
  const standing = standingLines(text).slice(0, 1);
  return [...(emergency ? [emergency] : standing), ...lines.filter((line) => line !== emergency)];
}

/** `tel:` with digits alone. */
export const phoneLink = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
