import { connectionOver, type GraphConnection } from './connect.js';
import { checkedBaseUrl, type GraphPlace } from './settings.js';

/**
 * A connection to the stand-in of local mode, which takes one fixed token. Throws a `RangeError` for any address but
 * this machine's own, so that it can never reach the real service.
 */
export function connectStandIn(place: GraphPlace, token: string): GraphConnection {
  const { protocol, hostname } = checkedBaseUrl(place.baseUrl);
  if (protocol !== 'http:' || hostname !== '127.0.0.1')
    throw new RangeError('the stand-in lives on 127.0.0.1 only');
  return connectionOver(place, () => Promise.resolve(token));
}
