import { connectStandIn } from '../../src/adapters/graph/stand-in-connection.js';
import type { GraphConnection } from '../../src/adapters/graph/connect.js';
import type { Clock } from '../../src/domain/shared/ports.js';
import { startGraphStandIn, type GraphStandIn, type SeenRequest } from '../../src/local/graph/stand-in.js';

/** The strict stand-in of Microsoft Graph behind the real client, with every request seen. */
export interface GraphDouble extends GraphStandIn {
  readonly connection: GraphConnection;
  readonly seen: readonly SeenRequest[];
}

export const organiserOf = (region: string): string => `briefings-${region}@ctp.test`;

export async function graphDouble(clock: Clock): Promise<GraphDouble> {
  const seen: SeenRequest[] = [];
  const standIn = await startGraphStandIn({
    now: () => clock.now(),
    onRequest: (request) => seen.push(request),
  });
  const connection = connectStandIn({ baseUrl: standIn.url, organiser: organiserOf }, standIn.token);
  return { ...standIn, connection, seen };
}
