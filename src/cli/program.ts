import { Command, CommanderError } from 'commander';
import type { Environment } from '../config.js';
import { placeAreas } from './commands/area.js';
import { daysOf, erase, purge, showStatus } from './commands/care.js';
import { importDirectory } from './commands/directory.js';
import { examine } from './commands/doctor.js';
import { chooseExport, type ExportOptions } from './commands/export.js';
import { grantOf, grantRole, revokeRole, type RoleOptions } from './commands/people.js';
import { triageMessages } from './commands/triage.js';
import type { Input } from './door.js';
import { explainFailure } from './explain.js';
import { identityOf } from './identity-option.js';
import { CommandFault, type ExitStatus, type Io } from './io.js';
import type { Desk, DeskAccess } from './store.js';

/** Runs one command line of `desk` and gives its exit status. Never throws for what the caller can mend. */
export async function runDesk(
  argv: readonly string[],
  io: Io,
  access: DeskAccess,
  environment: Environment,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = createProgram({ io, access, argv, environment }, (reached) => {
    status = reached;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
    if (cause instanceof CommandFault) {
      io.err(cause.message);
      return cause.status;
    }
    io.err(explainFailure(cause));
    return 1;
  }
}

interface Surroundings {
  readonly io: Io;
  readonly access: DeskAccess;
  readonly argv: readonly string[];
  readonly environment: Environment;
}

function createProgram(
  { io, access, argv, environment }: Surroundings,
  done: (status: ExitStatus) => void,
): Command {
  const program = new Command('desk')
    .description('Briefing Desk for its operator.')
    .exitOverride()
    .showHelpAfterError();
  const write = (text: string): void => {
    io.err(text.trimEnd());
  };
  program.configureOutput({ writeOut: write, writeErr: write });
  const sub = (parent: Command, name: string, description: string): Command => {
    const made = parent.command(name).description(description).exitOverride().showHelpAfterError();
    made.configureOutput({ writeOut: write, writeErr: write });
    return made;
  };
  const withDesk = async (
    work: (desk: Desk) => Promise<ExitStatus>,
    { input = 'none', reads = false }: { input?: Input; reads?: boolean } = {},
  ): Promise<void> => {
    done(await access.use({ argv, io, input, reads }, work));
  };

  sub(program, 'migrate', 'Bring the database up to date.').action(() =>
    withDesk(async ({ database }) => {
      await database.migrate();
      io.err('The database is up to date.');
      return 0;
    }),
  );

  const people = sub(program, 'people', 'Who may do what.');
  for (const [name, description, act] of [
    ['grant', 'Give a role.', grantRole],
    ['revoke', 'Take a role back.', revokeRole],
  ] as const) {
    sub(people, name, description)
      .requiredOption('--identity <objectId or e-mail>', 'the person')
      .requiredOption('--role <role>', 'regional-lead, presenter, moderator, local-team or coordinator')
      .option('--region <region>', 'only for this region')
      .option('--force <force>', 'only for this force')
      .option('--name <name>', 'how to call somebody new')
      .action((options: RoleOptions) => {
        identityOf('--identity', options.identity, ''); // words that are off are named before anything is opened
        grantOf(options);
        return withDesk((desk) => act(desk, options, io));
      });
  }

  sub(program, 'triage', 'Decide messages: JSON lines {id, text} in, decisions out.')
    .requiredOption('--briefing <file>', 'the briefing as JSON')
    .option('--explain', 'say why')
    .option('--quick', 'read words alone, without the sentence encoder')
    .option('--second-opinion', 'ask the Azure OpenAI deployment of the settings where triage is not sure')
    .action(
      async (options: { briefing: string; explain?: boolean; quick?: boolean; secondOpinion?: boolean }) => {
        done(await triageMessages(options, io, environment));
      },
    );

  sub(program, 'area', 'Find the force: postcodes, councils or constituencies, one a line.').action(
    async () => {
      done(await placeAreas(io));
    },
  );

  const directory = sub(program, 'directory', 'Invitees, trusted domains and local teams.');
  sub(directory, 'import', 'Take in JSON lines from standard input.').action(() =>
    withDesk((desk) => importDirectory(desk, io), { input: 'lines' }),
  );

  sub(program, 'doctor', 'Say what is wrong and what to do.').action(() =>
    withDesk((desk) => examine(desk, environment, io)).catch(async (cause: unknown) => {
      done(
        await examine(
          { unreachable: cause instanceof CommandFault ? cause.message : explainFailure(cause) },
          environment,
          io,
        ),
      );
    }),
  );
  sub(program, 'status', 'What the service holds, as counts.').action(() =>
    withDesk((desk) => showStatus(desk, io)),
  );
  sub(program, 'purge', 'Remove words and links past their time.')
    .option('--older-than <days>', 'days since they were last needed (365)')
    .option('--dry-run', 'only say what would go')
    .action(({ olderThan, dryRun = false }: { olderThan?: string; dryRun?: boolean }) => {
      const days = daysOf(olderThan);
      return withDesk((desk) => purge(desk, { days, dryRun }, io));
    });
  sub(program, 'erase', 'Forget a person.')
    .requiredOption('--email <address>', 'the person')
    .action(({ email }: { email: string }) => withDesk((desk) => erase(desk, email, io)));
  sub(program, 'export', 'Write data out.')
    .argument('<what>', 'record, corrections or person (JSON lines), or registrations (CSV)')
    .option('--briefing <code>', 'whose registrations')
    .option('--lead <objectId or e-mail>', 'the lead of its region whom the registrations are for')
    .option('--email <address>', 'the person whose data it is')
    .action((what: string, options: ExportOptions) => {
      const work = chooseExport(what, options);
      return withDesk((desk) => work(desk, io), { reads: true });
    });
  return program;
}
