import { existsSync } from 'node:fs';
import { verifyRecord } from '../../adapters/postgres/record.js';
import {
  ConfigError,
  readLocalConfig,
  readProductionConfig,
  type Environment,
  type GraphIdentity,
} from '../../config.js';
import type { ExitStatus, Io } from '../io.js';
import type { Desk } from '../store.js';
import { graphSettings } from '../../compose-graph.js';
import { checkGraph } from '../../adapters/graph/connect.js';
import { REGIONS } from '../../domain/shared/region.js';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly remedy: string;
}

/** `doctor`: names what is wrong and what to do about it, one finding a line; without a database it says so and goes on. */
export async function examine(
  desk: Desk | { readonly unreachable: string },
  environment: Environment,
  io: Io,
): Promise<ExitStatus> {
  const store = 'unreachable' in desk ? [noStore(desk.unreachable)] : await checkStore(desk);
  const checks = [...(await checkSettings(environment)), ...store, checkTab()];
  for (const check of checks) {
    io.out(JSON.stringify(check));
    io.err(
      `${check.ok ? 'ok  ' : 'FAIL'} ${check.name}: ${check.detail}${check.ok ? '' : ` ${check.remedy}`.trimEnd()}`,
    );
  }
  return checks.every(({ ok }) => ok) ? 0 : 1;
}

const noStore = (why: string): Check => ({ name: 'database', ok: false, detail: why, remedy: '' });

async function checkSettings(environment: Environment): Promise<readonly Check[]> {
  const production = environment['BOT_ID'] !== undefined;
  try {
    const { graph } = production ? readProductionConfig(environment) : readLocalConfig(environment);
    const settings: Check = {
      name: 'settings',
      ok: true,
      detail: production ? 'production mode' : 'local mode',
      remedy: '',
    };
    return [settings, ...(graph ? await checkCalendar(graph) : [])];
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return cause.faults.map((fault) => ({ name: 'settings', ok: false, detail: fault, remedy: '' }));
  }
}

async function checkCalendar(graph: GraphIdentity): Promise<readonly Check[]> {
  try {
    return await checkGraph(
      graphSettings(graph),
      REGIONS.map(({ id }) => id),
    );
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'cannot be reached';
    return [{ name: 'graph', ok: false, detail, remedy: 'Check the GRAPH_ settings.' }];
  }
}

async function checkStore({ database }: Desk): Promise<readonly Check[]> {
  const { lines, brokenAt } = await verifyRecord(database.db);
  return [
    { name: 'database', ok: true, detail: database.engine, remedy: '' },
    {
      name: 'record',
      ok: brokenAt === undefined,
      detail: brokenAt === undefined ? `${String(lines)} line(s) hold` : `broken at line ${String(brokenAt)}`,
      remedy:
        brokenAt === undefined
          ? ''
          : 'Somebody changed the record behind the database. Keep a copy and compare it with the last backup.',
    },
  ];
}

const checkTab = (): Check => ({
  name: 'tab',
  ok: existsSync('dist/tab/index.html'),
  detail: existsSync('dist/tab/index.html') ? 'built' : 'not built.',
  remedy: existsSync('dist/tab/index.html') ? '' : 'Run npm run build.',
});
