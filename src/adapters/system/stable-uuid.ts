import { createHash } from 'node:crypto';

/** The same words, the same UUID (version 8: made of a hash). */
export function stableUuid(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
