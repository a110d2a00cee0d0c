import { guidanceIndex } from '../../src/adapters/search/guidance-index.js';
import { commandTable, type CommandTable } from '../../src/bot/commands.js';
import { helpCommand } from '../../src/bot/turn-pipeline.js';
import { briefingsChat } from '../../src/features/briefings/briefings.bot.js';
import { guidanceFeature } from '../../src/features/guidance/index.js';
import { peopleChat } from '../../src/features/people/people.bot.js';
import { askCommand, questionsChat } from '../../src/features/questions/questions.bot.js';
import { referralsChat } from '../../src/features/referrals/referrals.bot.js';
import { registrationsChat } from '../../src/features/registrations/registrations.bot.js';
import { statementsChat } from '../../src/features/statements/statements.bot.js';

/** The table as the service has it; its commands may be read and parsed, not run. */
export function readableCommandTable(): CommandTable {
  const unused = new Proxy({}, { get: () => () => undefined }) as never;
  const chats = [
    briefingsChat(unused),
    registrationsChat(unused),
    questionsChat(unused, askCommand(unused)),
    referralsChat(unused, unused),
    guidanceFeature({ indexOf: guidanceIndex }).chat,
    peopleChat(unused),
    statementsChat(unused, []),
  ];
  const commands = chats.flatMap((chat) => [...chat.commands]);
  return commandTable([...commands, helpCommand(() => commands)]);
}
