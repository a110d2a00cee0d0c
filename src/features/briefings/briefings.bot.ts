import type { ChatFeature } from '../../bot/kit.js';
import { briefingCommands } from './briefing-commands.bot.js';
import { programmeCommands } from './programme-commands.bot.js';
import { topicsCommands } from './topics-commands.bot.js';
import type { BriefingsUseCases } from './use-cases.js';

/** Chat: `schedule`, `briefings`, `briefing`, `move`, `cancel`, `presenter`, `topics`, and the buttons of their cards. */
export function briefingsChat(useCases: BriefingsUseCases): ChatFeature {
  const parts = [programmeCommands(useCases), briefingCommands(useCases), topicsCommands(useCases)];
  return {
    commands: parts.flatMap((part) => part.commands),
    verbs: parts.flatMap((part) => part.verbs),
  };
}
