import { readFileSync } from 'node:fs';
import { managedIdentityPassword } from './adapters/azure/database-password.js';
import { connectGraph, type GraphConnection } from './adapters/graph/connect.js';
import { openPostgres } from './adapters/postgres/database.js';
import { createLog } from './adapters/system/log.js';
import { systemClock, systemIds } from './adapters/system/system.js';
import { productionAdapter } from './bot/adapter.js';
import { connectorGuard, connectorKeys } from './bot/guard.js';
import { compose } from './compose.js';
import { graphSettings } from './compose-graph.js';
import { graphMailbox } from './compose-mail.js';
import { ConfigError, processEnvironment, readProductionConfig, type ProductionConfig } from './config.js';
import { entraTabTokens } from './http/identity.js';
import { startService } from './start.js';

/** Production mode: settings, then the service, then its doors; stopped in reverse. */
async function main(): Promise<void> {
  const config = readProductionConfig(processEnvironment());
  const log = createLog(config.logLevel);
  for (const advice of config.advice) log.warn({ code: 'setting_missing' }, advice);
  const database = openPostgres(config.databaseUrl, passwordOf(config));
  const graph: GraphConnection = connectGraph(graphSettings(config.graph));
  const service = compose({
    database,
    clock: systemClock,
    ids: systemIds,
    log,
    publicUrl: config.publicUrl,
    bot: {
      adapter: productionAdapter(config.bot),
      appId: config.bot.appId,
      homeTenant: config.bot.tenantId,
      guard: connectorGuard(config.bot.appId, connectorKeys()),
    },
    tabTokens: entraTabTokens(config.tab.authority, config.tab.clientId),
    meetings: graph.meetings,
    mailbox: graphMailbox(graph, config.graph.mailFrom),
    mailFrom: config.graph.mailFrom,
    version: version(),
    tabFolder: new URL('../tab', import.meta.url).pathname,
    ...optional(config),
  });
  await startService({ config, database, service, log });
  log.info({ port: config.port }, 'listening');
}

/** A database address without a password is that of a server that takes the bot's own identity. */
const passwordOf = ({ bot }: ProductionConfig) =>
  bot.kind === 'UserAssignedMSI' ? { password: managedIdentityPassword(bot.appId) } : {};

const optional = ({ postcodesUrl, thresholds, embeddings, secondOpinion }: ProductionConfig) => ({
  triage: { thresholds, embeddings, ...(secondOpinion ? { secondOpinion } : {}) },
  ...(postcodesUrl ? { postcodesUrl } : {}),
});

function version(): string {
  const { version: current } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  return current;
}

main().catch((cause: unknown) => {
  process.stderr.write(
    `${cause instanceof ConfigError ? cause.message : `The service could not start: ${(cause as Error).message}`}\n`,
  );
  process.exitCode = 1;
});
