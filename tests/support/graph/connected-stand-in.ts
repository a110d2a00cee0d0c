import { connectStandIn } from '../../../src/adapters/graph/stand-in-connection.js';
import type { GraphConnection } from '../../../src/adapters/graph/connect.js';
import { startGraphStandIn, type GraphStandIn, type SeenRequest } from '../../../src/local/graph/stand-in.js';

export const ORGANISER = 'briefings.nw@example.test';

/** The real client over the strict stand-in, with every request seen. */
export interface ConnectedStandIn extends GraphStandIn {
  readonly connection: GraphConnection;
  readonly seen: SeenRequest[];
}

export async function connectedStandIn(organiser: string = ORGANISER): Promise<ConnectedStandIn> {
  const seen: SeenRequest[] = [];
  const standIn = await startGraphStandIn({
    now: () => '2026-11-22T12:00:00.000Z',
    onRequest: (request) => seen.push(request),
  });
  const place = {
    baseUrl: standIn.url,
    organiser: (region: string) => (region === 'wales' ? undefined : organiser),
  };
  return { ...standIn, seen, connection: connectStandIn(place, standIn.token) };
}
