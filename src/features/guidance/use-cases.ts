import { libraryView } from './library-view.js';
import type { LibraryIndex } from './ports.js';
import { searchLibrary } from './search.js';

/** Everything one can do with the guidance library. */
export const guidanceUseCases = ({ indexOf }: { readonly indexOf: LibraryIndex }) => ({
  searchLibrary: searchLibrary(indexOf),
  libraryView,
});

export type GuidanceUseCases = ReturnType<typeof guidanceUseCases>;
