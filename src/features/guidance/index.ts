import type { ChatFeature } from '../../bot/kit.js';
import type { HttpFeature } from '../../http/kit.js';
import type { AnyJob } from '../../jobs/kit.js';
import { guidanceHelp, type GuidanceHelp } from './guidance-help.js';
import { LINES, RESOURCES } from './library.js';
import { guidanceChat } from './guidance.bot.js';
import { guidanceHttp } from './guidance.http.js';
import type { LibraryIndex } from './ports.js';
import { guidanceUseCases, type GuidanceUseCases } from './use-cases.js';

export interface GuidanceDeps {
  /** `guidanceIndex` of the search adapter. */
  readonly indexOf: LibraryIndex;
  /** Where the library opens in Teams or a browser; without it the card has no such button. */
  readonly libraryUrl?: string;
}

export interface GuidanceFeature {
  readonly chat: ChatFeature;
  readonly http: HttpFeature;
  readonly jobs: readonly AnyJob[];
  readonly useCases: GuidanceUseCases;
  readonly help: GuidanceHelp;
  readonly library: { readonly lines: typeof LINES; readonly resources: typeof RESOURCES };
}

/** The guidance library and the lines to call. */
export function guidanceFeature({ indexOf, libraryUrl = '' }: GuidanceDeps): GuidanceFeature {
  const useCases = guidanceUseCases({ indexOf });
  return {
    chat: guidanceChat(useCases, libraryUrl),
    http: guidanceHttp(useCases),
    jobs: [],
    useCases,
    help: guidanceHelp,
    library: { lines: LINES, resources: RESOURCES },
  };
}

export { guidanceHelp, nationOf } from './guidance-help.js';
export type { GuidanceHelp, HelpFor, HelpLine, HelpResource, Nation } from './guidance-help.js';
export type { LibraryIndex } from './ports.js';
