import { REGIONS, type RegionId } from './domain/shared/region.js';
import { DEFAULT_THRESHOLDS, SECOND_OPINION_SCOPES } from './domain/question/triage.js';
import type { SecondOpinionScope, TriageThresholds } from './domain/question/triage.js';
import {
  CLOUD_MARKS,
  endpointFaults,
  isLoopback,
  mailboxName,
  SettingsReader as Reader,
  type Environment,
} from './settings-reader.js';

export type { Environment } from './settings-reader.js';
export { CLOUD_MARKS, ConfigError, isLoopback, SETTINGS } from './settings-reader.js';

export interface BotIdentity {
  readonly kind: 'SingleTenant' | 'UserAssignedMSI';
  readonly appId: string;
  readonly tenantId: string;
  readonly password?: string;
}

export interface GraphIdentity {
  readonly baseUrl: string;
  readonly authority: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'certificate'; readonly path: string }
    /** The host's identity, of that client id where it is user-assigned, vouches for the app. */
    | { readonly kind: 'managed-identity'; readonly clientId?: string };
  readonly mailFrom: string;
  readonly organisers: {
    readonly fallback?: string;
    readonly byRegion: Readonly<Partial<Record<RegionId, string>>>;
  };
}

/** The chat deployment of Azure OpenAI that is asked where triage is not sure, and which messages it may be sent. */
export interface SecondOpinionSettings {
  readonly endpoint: string;
  readonly deployment: string;
  readonly scope: Exclude<SecondOpinionScope, 'off'>;
  readonly credential:
    | { readonly kind: 'key'; readonly key: string }
    /** The host's identity, of that client id where it is user-assigned. */
    | { readonly kind: 'managed-identity'; readonly clientId?: string };
}

interface Common {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly postcodesUrl?: string;
  readonly policeApiUrl?: string;
  /** How sure triage must be before it decides alone. */
  readonly thresholds: TriageThresholds;
  /** Whether messages are also read by a sentence encoder. */
  readonly embeddings: boolean;
  /** Absent where no model is to be asked. */
  readonly secondOpinion?: SecondOpinionSettings;
  readonly logLevel: string;
}

export interface ProductionConfig extends Common {
  readonly mode: 'production';
  /** What will not work with these settings, for the log. */
  readonly advice: readonly string[];
  readonly databaseUrl: string;
  readonly bot: BotIdentity;
  readonly graph: GraphIdentity;
  readonly tab: { readonly clientId: string; readonly authority: string };
}

export interface LocalConfig extends Common {
  readonly mode: 'local';
  /** With `GRAPH_…` settings local mode uses the real client against `GRAPH_BASE_URL`. */
  readonly graph?: GraphIdentity;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The settings of the process itself. Nothing else reads the environment. */
export const processEnvironment = (): Environment => process.env;

/** Reads the settings of production mode; throws `ConfigError` naming every fault at once. */
export function readProductionConfig(environment: Environment): ProductionConfig {
  const read = new Reader(environment);
  const common = readCommon(read, '0.0.0.0');
  const bot = readBot(read);
  const graph = readGraph(read);
  const clientId = read.required('TAB_CLIENT_ID', 'Give the app id of the tab.', guid);
  const databaseUrl = read.required('DATABASE_URL', 'Production needs a PostgreSQL server.');
  if (common.publicUrl !== '' && !common.publicUrl.startsWith('https://')) {
    read.fault('PUBLIC_URL must be an https address.');
  }
  if (common.publicUrl === '') {
    read.advise(
      'Without PUBLIC_URL the links in mails lead nowhere. Give the https address people reach the service at.',
    );
  }
  read.finish();
  return Object.freeze({
    ...common,
    publicUrl: common.publicUrl === '' ? `https://localhost:${String(common.port)}` : common.publicUrl,
    advice: read.advice,
    mode: 'production',
    databaseUrl,
    bot,
    graph,
    tab: { clientId, authority: read.text('GRAPH_AUTHORITY') ?? 'https://login.microsoftonline.com' },
  });
}

/** Reads the settings of local mode; throws `ConfigError` wherever it might be reachable by others. */
export function readLocalConfig(environment: Environment): LocalConfig {
  const read = new Reader(environment);
  if (read.text('BOT_ID') !== undefined) {
    read.fault(
      'BOT_ID is set, so this is no local trial. Unset it, or start production mode with npm run serve.',
    );
  }
  if (environment['NODE_ENV'] === 'production') {
    read.fault('NODE_ENV is production. Local mode has no sign-in and never runs there; use npm run serve.');
  }
  for (const mark of CLOUD_MARKS.filter((name) => environment[name] !== undefined)) {
    read.fault(`${mark} is set, so this seems to be a cloud host. Local mode runs on your own machine only.`);
  }
  const common = readCommon(read, '127.0.0.1');
  if (!isLoopback(common.host)) {
    read.fault(`HOST is ${common.host}. Local mode binds a loopback address only, such as 127.0.0.1.`);
  }
  if (common.secondOpinion?.credential.kind === 'managed-identity') {
    read.fault('AZURE_OPENAI_API_KEY is missing. Your own machine has no managed identity to sign in with.');
  }
  const graph =
    read.text('GRAPH_CLIENT_ID') !== undefined || read.text('GRAPH_BASE_URL') !== undefined
      ? readGraph(read)
      : undefined;
  read.finish();
  const publicUrl =
    common.publicUrl === '' ? `http://${bracketed(common.host)}:${String(common.port)}` : common.publicUrl;
  return Object.freeze({ ...common, publicUrl, mode: 'local', ...(graph ? { graph } : {}) });
}

/** What the command line needs: the database, wherever it is. */
export function readStoreConfig(environment: Environment): Pick<Common, 'dataDir' | 'logLevel'> & {
  databaseUrl?: string;
  homeTenant: string;
  /** The managed identity that a database address without a password stands for. */
  identity?: string;
} {
  const read = new Reader(environment);
  const databaseUrl = read.text('DATABASE_URL');
  const identity = read.text('BOT_TYPE') === 'SingleTenant' ? undefined : read.text('BOT_ID');
  return {
    dataDir: read.text('DATA_DIR') ?? '.data',
    logLevel: read.text('LOG_LEVEL') ?? 'warn',
    homeTenant: read.text('BOT_TENANT_ID') ?? '*',
    ...(identity ? { identity } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
  };
}

/** What `desk triage` needs; the model to ask only where it is wanted. */
export function readTriageConfig(
  environment: Environment,
  wanted: { readonly secondOpinion: boolean },
): Pick<Common, 'thresholds' | 'embeddings' | 'secondOpinion'> {
  const read = new Reader(environment);
  const thresholds = readThresholds(read);
  const embeddings = readEmbeddings(read);
  const secondOpinion = wanted.secondOpinion ? readSecondOpinion(read) : undefined;
  read.finish();
  return { thresholds, embeddings, ...(secondOpinion ? { secondOpinion } : {}) };
}

function readCommon(read: Reader, host: string): Common {
  const databaseUrl = read.text('DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    read.fault('DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  const postcodesUrl = read.url('POSTCODES_URL');
  const policeApiUrl = read.url('POLICE_API_URL');
  const secondOpinion = readSecondOpinion(read);
  return {
    port: read.port(),
    host: read.text('HOST') ?? host,
    publicUrl: (read.url('PUBLIC_URL') ?? '').replace(/\/$/, ''),
    dataDir: read.text('DATA_DIR') ?? '.data',
    logLevel: read.oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'info'),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(postcodesUrl ? { postcodesUrl } : {}),
    ...(policeApiUrl ? { policeApiUrl } : {}),
    thresholds: readThresholds(read),
    embeddings: readEmbeddings(read),
    ...(secondOpinion ? { secondOpinion } : {}),
  };
}

const readEmbeddings = (read: Reader): boolean =>
  read.oneOf('TRIAGE_EMBEDDINGS', ['on', 'off'], 'on') === 'on';

/** What is not set stays as measured. Danger is never looked for less than these floors allow. */
function readThresholds(read: Reader): TriageThresholds {
  const set = {
    sure: read.share('TRIAGE_SURE'),
    emergency: read.share('TRIAGE_EMERGENCY', { most: 0.5, positive: true }),
    unease: read.share('TRIAGE_UNEASE', { most: 0.2 }),
    personal: read.share('TRIAGE_PERSONAL', { most: 0.5 }),
    fit: read.share('TRIAGE_FIT'),
  };
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_THRESHOLDS, ...(Object.fromEntries(given) as Partial<TriageThresholds>) };
}

function readSecondOpinion(read: Reader): SecondOpinionSettings | undefined {
  const endpoint = read.url('AZURE_OPENAI_ENDPOINT')?.replace(/\/+$/, '');
  const deployment = read.text('AZURE_OPENAI_DEPLOYMENT');
  const key = read.text('AZURE_OPENAI_API_KEY');
  const scope = read.oneOf('TRIAGE_SECOND_OPINION', SECOND_OPINION_SCOPES, endpoint ? 'general' : 'off');
  if ((endpoint === undefined) !== (deployment === undefined)) {
    read.fault('AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT go together: give both or neither.');
  }
  if (scope !== 'off' && endpoint === undefined) {
    read.fault(
      `TRIAGE_SECOND_OPINION is ${scope}, but nobody is named to ask. Give AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT, or set it to off.`,
    );
  }
  if (scope === 'off' || !endpoint || !deployment) return undefined;
  for (const fault of endpointFaults(endpoint)) read.fault(fault);
  if (read.raw('DEBUG') === 'true') {
    read.fault(
      'DEBUG is true, so the library would print what it sends. Unset it, or set TRIAGE_SECOND_OPINION to off.',
    );
  }
  const identity = read.text('BOT_TYPE') === 'SingleTenant' ? undefined : read.text('BOT_ID');
  return {
    endpoint,
    deployment,
    scope,
    credential: key
      ? { kind: 'key', key }
      : { kind: 'managed-identity', ...(identity ? { clientId: identity } : {}) },
  };
}

function readBot(read: Reader): BotIdentity {
  const kind = read.oneOf('BOT_TYPE', ['SingleTenant', 'UserAssignedMSI'], 'UserAssignedMSI');
  const appId = read.required('BOT_ID', 'Give the app id of the bot.', guid);
  const tenantId = read.required('BOT_TENANT_ID', 'Give the tenant of the bot.', guid);
  const password = read.text('BOT_PASSWORD');
  if (kind === 'SingleTenant' && password === undefined) {
    read.fault('BOT_PASSWORD is missing. A SingleTenant bot needs its client secret (or BOT_PASSWORD_FILE).');
  }
  if (password !== undefined && guid.test(password)) read.fault(secretIdFault('BOT_PASSWORD'));
  return { kind, appId, tenantId, ...(password ? { password } : {}) };
}

const secretIdFault = (name: string): string =>
  `${name} looks like the id of a secret. Give its value, which is shown once when it is made.`;

function readGraph(read: Reader): GraphIdentity {
  const secret = read.text('GRAPH_CLIENT_SECRET');
  const certificate = read.text('GRAPH_CERTIFICATE_PATH');
  if (secret !== undefined && guid.test(secret)) read.fault(secretIdFault('GRAPH_CLIENT_SECRET'));
  const identity = read.text('BOT_TYPE') === 'SingleTenant' ? undefined : read.text('BOT_ID');
  const fallback = read.text('ORGANISER_MAILBOX');
  const byRegion = Object.fromEntries(
    REGIONS.map((region) => [region.id, read.text(mailboxName(region.id))]).filter(
      ([, mailbox]) => mailbox !== undefined,
    ),
  ) as Partial<Record<RegionId, string>>;
  const without = REGIONS.filter((region) => byRegion[region.id] === undefined);
  if (fallback === undefined && without.length > 0) {
    read.advise(
      `Without ORGANISER_MAILBOX no meeting can be made for ${without.map(({ name }) => name).join(', ')}.`,
    );
  }
  const mailFrom = read.text('MAIL_FROM') ?? fallback;
  if (mailFrom === undefined)
    read.advise('Without MAIL_FROM no mail is sent. Give the mailbox of confirmations and notices.');
  return {
    baseUrl: read.url('GRAPH_BASE_URL') ?? 'https://graph.microsoft.com',
    authority: read.url('GRAPH_AUTHORITY') ?? 'https://login.microsoftonline.com',
    tenantId: read.required('GRAPH_TENANT_ID', 'Give the tenant of the organiser mailboxes.', guid),
    clientId: read.required('GRAPH_CLIENT_ID', 'Give the app id used towards Graph.', guid),
    credential: certificate
      ? { kind: 'certificate', path: certificate }
      : secret
        ? { kind: 'secret', secret }
        : { kind: 'managed-identity', ...(identity ? { clientId: identity } : {}) },
    mailFrom: mailFrom ?? '',
    organisers: { ...(fallback ? { fallback } : {}), byRegion },
  };
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
