import type { Resource } from '../../domain/guidance/resource.js';
import { RESOURCES } from './library.js';
import type { LibraryIndex } from './ports.js';

/** The library by words: best first, all of it for none. */
export function searchLibrary(indexOf: LibraryIndex): (words: string) => readonly Resource[] {
  const find = indexOf(RESOURCES);
  return (words) => find(words.trim().slice(0, 200));
}
