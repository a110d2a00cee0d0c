import { existsSync } from 'node:fs';
import { verifyRecord } from '../../adapters/postgres/record.js';
import {
  ConfigError,
  readLocalConfig,
  readProductionConfig,
  type Environment,
  type GraphIdentity,
  type SecondOpinionSettings,
} from '../../config.js';
import type { ExitStatus, Io } from '../io.js';
import type { Desk } from '../store.js';
import { graphSettings } from '../../compose-graph.js';
import { secondOpinionPort } from '../../compose-triage.js';
import type { OpinionFault } from '../../adapters/azure/opinion-carrier.js';
import { loadTriageModel } from '../../adapters/triage-models/index.js';
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
    const { graph, secondOpinion } = production
      ? readProductionConfig(environment)
      : readLocalConfig(environment);
    const settings: Check = {
      name: 'settings',
      ok: true,
      detail: production ? 'production mode' : 'local mode',
      remedy: '',
    };
    return [
      settings,
      ...(graph ? await checkCalendar(graph) : []),
      ...(secondOpinion ? [await checkSecondOpinion(secondOpinion)] : []),
    ];
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

/** Asks the deployment about an invented question: nobody's words are needed to see whether it answers. */
async function checkSecondOpinion(settings: SecondOpinionSettings): Promise<Check> {
  const asked = await secondOpinionPort(
    settings,
    loadTriageModel(),
  )({
    text: 'How often should we vary the way we travel?',
    briefing: { id: '', title: '', audience: [], topics: [{ title: 'Travelling safely', summary: '' }] },
  });
  const name = 'second opinion';
  if (asked.kind === 'opinion')
    return { name, ok: true, detail: `${settings.deployment} answers`, remedy: '' };
  const fault = asked.kind === 'none' ? asked.fault : 'timeout';
  return { name, ok: false, detail: `no answer (${fault}).`, remedy: REMEDIES[fault] };
}

const REMEDIES: Readonly<Record<OpinionFault, string>> = {
  timeout: 'It took over two seconds. Choose a small, quick model without reasoning, in a region near by.',
  'sign-in':
    'The managed identity gave no token. Run this where the service runs, or give AZURE_OPENAI_API_KEY.',
  unreachable: 'Check AZURE_OPENAI_ENDPOINT, and that the network lets the server reach it.',
  unauthorised:
    'Give the identity the role Cognitive Services OpenAI User on the resource, or check AZURE_OPENAI_API_KEY.',
  'no-deployment': 'Check AZURE_OPENAI_DEPLOYMENT: it is the name of the deployment, not of the model.',
  'rate-limited': 'The deployment is at its limit. Raise its tokens a minute.',
  'content-filter': 'Its content filter stops even a plain question. Loosen the filter of that deployment.',
  'bad-request': 'The deployment does not take this request. It needs a chat model with structured outputs.',
  server: 'Azure OpenAI reports a fault of its own. Try again later.',
  refused: 'The model would not answer. Choose another one.',
  malformed: 'The answer was not of the agreed shape. It needs a chat model with structured outputs.',
};

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
