import type { MovableClock } from '../clock.js';
import type { Connector } from '../connector/connector.js';
import type { Outbox } from '../outbox.js';
import type { SeededPerson } from '../people.js';
import type { LocalTokens } from '../tokens.js';
import type { WorldFeed } from './feed.js';
import type { ShowEvent, ShownCommand } from './protocol.js';
import type { Stage } from './stage.js';

/** Carries changes to every open page. */
export interface Broadcast {
  readonly tell: (event: ShowEvent) => void;
  readonly listen: (listener: (event: ShowEvent) => void) => () => void;
}

/** What the page's server works with. */
export interface ShowParts {
  readonly connector: Connector;
  readonly outbox: Outbox;
  readonly clock: MovableClock;
  readonly tokens: LocalTokens;
  readonly feed: WorldFeed;
  readonly stage: Stage;
  readonly broadcast: Broadcast;
  readonly people: readonly SeededPerson[];
  readonly commands: () => readonly ShownCommand[];
  /** The folder that the page was built into, absolute. */
  readonly pageDirectory: string;
  readonly tourCommand: string;
}
