import type { Request, Response, Server } from 'restify';
import type { Guard } from '../bot/guard.js';
import type { Instant } from '../domain/shared/time.js';
import type { IdentityPorts } from './identity.js';
import type { HttpFeature } from './kit.js';
import type { Metrics } from './metrics.js';

/** Fields of a log line: ids and codes, never names or messages. */
export interface HttpLog {
  info(fields: Readonly<Record<string, string | number>>, message: string): void;
  warn(fields: Readonly<Record<string, string | number>>, message: string): void;
  error(fields: Readonly<Record<string, string | number>>, message: string): void;
}

export interface HttpOptions {
  readonly version: string;
  readonly features: readonly HttpFeature[];
  readonly identity: IdentityPorts;
  readonly guard: Guard;
  /** Hands an admitted activity to the bot. */
  readonly onActivity: (request: Request, response: Response) => Promise<void>;
  readonly ready: () => Promise<{ ok: boolean; checks: Readonly<Record<string, boolean>> }>;
  readonly metrics: Metrics;
  /** Folder of the built tab. */
  readonly tabFolder: string;
  readonly now: () => Instant;
  readonly log: HttpLog;
  /** Where the tab may be framed, besides the hosts of Teams: local mode adds its own page. */
  readonly frameAncestors?: readonly string[];
  /** More to mount, before everything else is refused: local mode's own pages. */
  readonly extra?: (server: Server) => void;
}
