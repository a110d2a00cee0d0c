/** The Bot Connector of the measurements: it takes every message and answers at once. A process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a free loopback port and tells its parent which. */
export function serveDouble(): void {
  let taken = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      taken += 1;
      const member =
        request.method === 'GET' ? decodeURIComponent((request.url ?? '').split('/').at(-1) ?? '') : '';
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          id: member || `bot-${String(taken)}`,
          name: 'Bench',
          email: `${member.replace(/\W/g, '')}@bench.test`,
        }),
      );
    });
  });
  server.listen(0, '127.0.0.1', () =>
    process.send?.({ url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/` }),
  );
  process.on('message', () => process.send?.({ taken }));
}
