import { loopbackGuard } from '../../src/bot/guard.js';
import { isLoopback } from '../../src/config.js';
import { posting, serve, type Answer, type Served } from '../http/serve.js';
import { activity } from './connector.js';

let served: Served;
beforeAll(async () => {
  served = await serve({ guard: loopbackGuard(isLoopback) });
});
afterAll(() => served.close());

const post = (serviceUrl: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  served.ask('/api/messages', posting(activity({ serviceUrl }), headers));

test.each(['http://127.0.0.1:4000/', 'http://localhost:4000', 'http://[::1]:4000/'])(
  'answers may go to %s',
  async (serviceUrl) => {
    expect((await post(serviceUrl)).status).toBe(200);
  },
);

test.each([
  'https://smba.trafficmanager.net/uk/',
  'http://192.168.1.4:4000/',
  'http://127.0.0.1.example.org/',
  'http://localhost.example.org/',
  'http://0.0.0.0:4000/',
  'https://127.0.0.1:4000/',
  'file:///etc/passwd',
  '',
  undefined,
])('answers never go to %s', async (serviceUrl) => {
  const { status, text } = await post(serviceUrl);
  expect({ status, text }).toEqual({ status: 401, text: '' });
});

test.each(['desk.example.org', 'desk.example.org:3978', '127.0.0.1.example.org', 'localhost.'])(
  'a page that calls this machine "%s" is refused',
  async (host) => {
    const { status, text } = await post('http://127.0.0.1:4000/', { host });
    expect({ status, text }).toEqual({ status: 401, text: '' });
  },
);

test.each(['localhost:3978', '127.0.0.1', '[::1]:3978'])('this machine may be called %s', async (host) => {
  expect((await post('http://127.0.0.1:4000/', { host })).status).toBe(200);
});

test('a peer from elsewhere is refused whatever it says', async () => {
  const guard = loopbackGuard(isLoopback);
  for (const peer of ['192.168.1.9', '10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', undefined]) {
    expect((await guard.checkHeaders({ peer, host: 'localhost', authorization: undefined })).kind).toBe(
      'refused',
    );
  }
  for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    expect((await guard.checkHeaders({ peer, host: 'localhost', authorization: undefined })).kind).toBe(
      'admitted',
    );
  }
});
