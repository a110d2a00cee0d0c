import { checkMailboxes, type GraphCheck } from './check.js';
import { graphMailer, type GraphMailer } from './mailer.js';
import { graphMeetings, type GraphMeetings } from './meetings.js';
import { graphOver } from './requests.js';
import type { GraphPlace, GraphSettings } from './settings.js';
import { tokensFor, type NetworkClient, type TokenSource } from './tokens.js';

/** Everything the service does through Microsoft Graph, over one client. */
export interface GraphConnection {
  readonly meetings: GraphMeetings;
  readonly mailer: GraphMailer;
  check(regions: readonly string[]): Promise<readonly GraphCheck[]>;
}

/** Connects with the app's own credential. Nothing is sent until the first use. */
export function connectGraph(settings: GraphSettings, networkClient?: NetworkClient): GraphConnection {
  return connectionOver(settings, tokensFor(settings, networkClient));
}

/** What `desk doctor` says about the calendar service. */
export function checkGraph(
  settings: GraphSettings,
  regions: readonly string[],
): Promise<readonly GraphCheck[]> {
  return connectGraph(settings).check(regions);
}

/** A connection whose tokens come from elsewhere. */
export function connectionOver(place: GraphPlace, tokens: TokenSource): GraphConnection {
  const graph = graphOver(place, tokens);
  return {
    meetings: graphMeetings(graph, place),
    mailer: graphMailer(graph),
    check: (regions) => checkMailboxes({ graph, tokens, place }, regions),
  };
}
