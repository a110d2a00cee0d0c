import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { REGIONS, type RegionId } from './domain/shared/region.js';

export type Environment = Readonly<Record<string, string | undefined>>;

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
    doc: 'Azure OpenAI resource asked for a second opinion where triage is not sure. Absent: no message goes to a model.',
  },
  { name: 'AZURE_OPENAI_DEPLOYMENT', doc: 'Chat deployment of that resource; goes with the endpoint.' },
  {
    name: 'AZURE_OPENAI_API_KEY',
    doc: "Key of that resource. Absent: the host's managed identity signs in.",
    secret: true,
  },
  {
    name: 'TRIAGE_SECOND_OPINION',
    doc: 'Which unsure messages may be sent: off, general (never what may be personal, a crime or suspicious) or all (but danger). Absent: general with an endpoint, off without.',
    example: 'general',
  },
  {
    name: 'TRIAGE_EMBEDDINGS',
    doc: 'on: what its words leave open is read again by a sentence encoder on this machine, which takes some 170 MB. off: words alone; more messages are asked back.',
    example: 'on',
  },
  { name: 'TRIAGE_SURE', doc: 'Belief below which the asker is asked, 0 to 1.', example: '0.58' },
  {
    name: 'TRIAGE_EMERGENCY',
    doc: 'Belief in danger from which a message is an emergency, above 0 to 0.5 at most.',
    example: '0.17',
  },
  {
    name: 'TRIAGE_UNEASE',
    doc: 'Belief in danger above which nothing else is decided without asking, 0 to 0.2 at most.',
    example: '0.02',
  },
  {
    name: 'TRIAGE_PERSONAL',
    doc: 'Belief that a message is personal or a crime above which it never goes to presenters, 0 to 0.5 at most; above half of it the asker is asked.',
    example: '0.09',
  },
  {
    name: 'TRIAGE_FIT',
    doc: 'Belief that a question fits the briefing above which it is not put out of scope without asking, 0 to 1.',
    example: '0.03',
  },
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

/** The name of the setting that holds a region's own mailbox. */
export function mailboxName(region: RegionId): string {
  return `ORGANISER_MAILBOX_${region.toUpperCase().replaceAll('-', '_')}`;
}

/** Settings that cannot be used; each fault says which setting and what to do. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The service cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

interface ShareBounds {
  readonly most?: number;
  readonly positive?: boolean;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** True for an address that only this machine can reach. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK.includes(host) || /^127(\.\d{1,3}){3}$/.test(host);

/** What is wrong with the address of the resource that questions would travel to. */
export function endpointFaults(endpoint: string): readonly string[] {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url) return []; // named already
  return [
    ...(url.protocol === 'https:' || isLoopback(url.hostname.replace(/^\[|\]$/g, ''))
      ? []
      : ['AZURE_OPENAI_ENDPOINT must be an https address: questions travel to it.']),
    ...(/\/openai(\/|$)/.test(url.pathname) || url.search !== ''
      ? [
          'AZURE_OPENAI_ENDPOINT is the address of the resource alone, such as https://example.openai.azure.com.',
        ]
      : []),
  ];
}

/** Reads settings out of an environment it is given, and gathers every fault instead of stopping at the first. */
export class SettingsReader {
  private readonly faults: string[] = [];
  /** What will not work, though the service can start. */
  readonly advice: string[] = [];

  constructor(private readonly environment: Environment) {}

  /** The setting itself, or the content of the file that `<name>_FILE` names; empty text counts as absent. */
  text(name: string): string | undefined {
    const direct = this.environment[name];
    if (direct !== undefined && direct.trim() !== '') return direct.trim();
    const file = this.environment[`${name}_FILE`];
    if (file === undefined || file === '') return undefined;
    try {
      return readFileSync(file, 'utf8').trim() || undefined;
    } catch {
      this.fault(`${name}_FILE names ${file}, which cannot be read.`);
      return undefined;
    }
  }

  required(name: string, advice: string, form?: RegExp): string {
    const value = this.text(name);
    if (value === undefined) this.fault(`${name} is missing. ${advice}`);
    else if (form && !form.test(value))
      this.fault(`${name} must be a GUID such as 00000000-0000-0000-0000-000000000000.`);
    return value ?? '';
  }

  url(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const parsed = z.url({ protocol: /^https?$/ }).safeParse(value);
    if (!parsed.success) this.fault(`${name} must be an address such as https://example.org.`);
    return value;
  }

  port(): number {
    const value = this.text('PORT') ?? '3978';
    const port = Number(value);
    if (!/^\d+$/.test(value) || port > 65535)
      this.fault(`PORT must be a number from 0 to 65535, not "${value}".`);
    return port;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const value = this.text(name) ?? fallback;
    const found = values.find((entry) => entry.toLowerCase() === value.toLowerCase());
    if (!found) this.fault(`${name} must be one of ${values.join(', ')}, not "${value}".`);
    return found ?? fallback;
  }

  /** A share of certainty, 0 to 1; a `most` below 1 is a floor under the danger rules, and `positive` leaves out 0. */
  share(name: string, { most = 1, positive = false }: ShareBounds = {}): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const share = /^(\d+(\.\d+)?|\.\d+)$/.test(value) ? Number(value) : Number.NaN;
    if (share <= most && (share > 0 || !positive)) return share;
    const range = positive ? `above 0 and at most ${String(most)}` : `from 0 to ${String(most)}`;
    const weaker = share > most && share <= 1 ? ' More would weaken the watch for danger.' : '';
    this.fault(
      `${name} must be a number ${range}, written with a point such as 0.05, not "${value}".${weaker}`,
    );
    return undefined;
  }

  /** A setting of somebody else's, as it stands. */
  raw(name: string): string | undefined {
    return this.environment[name];
  }

  fault(text: string): void {
    this.faults.push(text);
  }

  advise(text: string): void {
    this.advice.push(text);
  }

  finish(): void {
    if (this.faults.length > 0) throw new ConfigError(this.faults);
  }
}
