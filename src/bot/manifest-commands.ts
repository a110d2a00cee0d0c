import type { Language } from '../domain/shared/person.js';
import type { AnyCommand, Scope } from './kit.js';

/** One list of the app manifest's `bots[].commandLists`. */
export interface CommandList {
  readonly scopes: readonly [Scope];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

/** The manifest takes at most three lists of twelve. */
export const COMMANDS_A_LIST = 12;

const SCOPES: readonly Scope[] = ['personal', 'groupChat', 'team'];

/** The command lists of the app manifest, made of the same table that answers. Throws when a list is too long. */
export function commandLists(
  commands: readonly AnyCommand[],
  language: Language = 'en',
): readonly CommandList[] {
  return SCOPES.map((scope) => {
    const offered = commands.filter((entry) => entry.scopes.includes(scope));
    if (offered.length > COMMANDS_A_LIST)
      throw new RangeError(`Teams shows at most ${String(COMMANDS_A_LIST)} commands in ${scope}`);
    return {
      scopes: [scope],
      commands: offered.map(({ name, description }) => ({ title: name, description: description[language] })),
    };
  });
}
