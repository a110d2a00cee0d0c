import type { Resource } from '../../domain/guidance/resource.js';

/** Finds listed resources by words, best first. */
export type LibrarySearch = (words: string) => readonly Resource[];

/** Makes the search of a library. */
export type LibraryIndex = (resources: readonly Resource[]) => LibrarySearch;
