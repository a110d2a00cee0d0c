import { REGIONS, type RegionId } from './domain/shared/region.js';
import { SettingsReader as Reader, type Environment } from './settings-reader.js';

/** One setting: what it is, how it is written, whether it must be kept secret. */
interface Setting {
  readonly name: string;
  readonly doc: string;
  readonly secret?: true;
  readonly example?: string;
}

const regionMailboxes: readonly Setting[] = REGIONS.map((region) => ({
  name: mailboxName(region.id),
  doc: `Mailbox that organises the briefings of ${region.name}; without it ORGANISER_MAILBOX does.`,
}));

/** Every setting that the service reads. A secret may come from a file: `BOT_PASSWORD_FILE=/run/secrets/bot`. */
export const SETTINGS: readonly Setting[] = [
  { name: 'PORT', doc: 'Port to listen on.', example: '3978' },
  { name: 'HOST', doc: 'Address to bind. Local mode takes loopback addresses only.', example: '127.0.0.1' },
  { name: 'PUBLIC_URL', doc: 'The https address people reach the service at; stands in links.' },
  {
    name: 'DATABASE_URL',
    doc: 'PostgreSQL connection. Absent: the embedded engine under DATA_DIR.',
    secret: true,
  },
  { name: 'DATA_DIR', doc: 'Where the embedded engine keeps its files.', example: '.data' },
  { name: 'BOT_ID', doc: 'App id (client id) of the bot.' },
  { name: 'BOT_TYPE', doc: 'SingleTenant or UserAssignedMSI.', example: 'UserAssignedMSI' },
  { name: 'BOT_TENANT_ID', doc: 'Tenant of the bot.' },
  { name: 'BOT_PASSWORD', doc: "The bot's client secret; not used with UserAssignedMSI.", secret: true },
  { name: 'GRAPH_CLIENT_ID', doc: 'App id used towards Microsoft Graph.' },
  { name: 'GRAPH_TENANT_ID', doc: 'Tenant in which the organiser mailboxes are.' },
  { name: 'GRAPH_CLIENT_SECRET', doc: 'Client secret towards Graph (its value, not its id).', secret: true },
  {
    name: 'GRAPH_CERTIFICATE_PATH',
    doc: 'PEM file with certificate and private key, instead of the secret.',
  },
  { name: 'GRAPH_BASE_URL', doc: 'Graph endpoint.', example: 'https://graph.microsoft.com' },
  { name: 'GRAPH_AUTHORITY', doc: 'Sign-in endpoint.', example: 'https://login.microsoftonline.com' },
  {
    name: 'ORGANISER_MAILBOX',
    doc: 'Mailbox that organises briefings where the region has none of its own.',
  },
  ...regionMailboxes,
  { name: 'MAIL_FROM', doc: 'Mailbox that confirmations and notices are sent from.' },
  { name: 'TAB_CLIENT_ID', doc: 'App id of the tab (single sign-on); the audience of its tokens.' },
  {
    name: 'POSTCODES_URL',
    doc: 'A postcodes.io-shaped service of your own. Absent: postcode districts only.',
  },
  {
    name: 'POLICE_API_URL',
    doc: 'A data.police.uk-shaped service, to name neighbourhood teams. Checked at start; not used by this version.',
  },
  {
    name: 'AZURE_OPENAI_ENDPOINT',
    doc: 'Second opinion in triage. Checked at start; not used by this version, which sends no message anywhere.',
  },
  { name: 'AZURE_OPENAI_DEPLOYMENT', doc: 'Deployment of the second opinion.' },
  { name: 'LOG_LEVEL', doc: 'trace, debug, info, warn, error or silent.', example: 'info' },
];

/** Marks of a cloud host; local mode refuses to start where one is set. */
export const CLOUD_MARKS = [
  'WEBSITE_INSTANCE_ID',
  'WEBSITE_SITE_NAME',
  'FUNCTIONS_WORKER_RUNTIME',
  'CONTAINER_APP_NAME',
  'IDENTITY_ENDPOINT',
  'KUBERNETES_SERVICE_HOST',
  'K_SERVICE',
  'AWS_EXECUTION_ENV',
  'ECS_CONTAINER_METADATA_URI_V4',
  'DYNO',
];

export type { Environment } from './settings-reader.js';
export { ConfigError } from './settings-reader.js';

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

interface Common {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly postcodesUrl?: string;
  readonly policeApiUrl?: string;
  readonly secondOpinion?: { readonly endpoint: string; readonly deployment: string };
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
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** True for an address that only this machine can reach. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK.includes(host) || /^127(\.\d{1,3}){3}$/.test(host);

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

function readCommon(read: Reader, host: string): Common {
  const databaseUrl = read.text('DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    read.fault('DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  const postcodesUrl = read.url('POSTCODES_URL');
  const policeApiUrl = read.url('POLICE_API_URL');
  const endpoint = read.url('AZURE_OPENAI_ENDPOINT');
  const deployment = read.text('AZURE_OPENAI_DEPLOYMENT');
  if ((endpoint === undefined) !== (deployment === undefined)) {
    read.fault('AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT go together: give both or neither.');
  }
  return {
    port: read.port(),
    host: read.text('HOST') ?? host,
    publicUrl: (read.url('PUBLIC_URL') ?? '').replace(/\/$/, ''),
    dataDir: read.text('DATA_DIR') ?? '.data',
    logLevel: read.oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'info'),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(postcodesUrl ? { postcodesUrl } : {}),
    ...(policeApiUrl ? { policeApiUrl } : {}),
    ...(endpoint && deployment ? { secondOpinion: { endpoint, deployment } } : {}),
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

function mailboxName(region: RegionId): string {
  return `ORGANISER_MAILBOX_${region.toUpperCase().replaceAll('-', '_')}`;
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
