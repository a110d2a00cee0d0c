import type { ChatFeature } from '../../bot/kit.js';
import { attendeeCommands } from './attendee-commands.bot.js';
import { leadCommands } from './lead-commands.bot.js';
import { pageVerb } from './pages.bot.js';
import type { RegistrationsUseCases } from './use-cases.js';

/** Chat: `register`, `my briefings`, `withdraw`, `approvals`, `attendance`, and the buttons of their cards. */
export function registrationsChat(useCases: RegistrationsUseCases): ChatFeature {
  const parts = [attendeeCommands(useCases), leadCommands(useCases)];
  return {
    commands: parts.flatMap((part) => part.commands),
    verbs: [...parts.flatMap((part) => part.verbs), pageVerb(useCases)],
  };
}
