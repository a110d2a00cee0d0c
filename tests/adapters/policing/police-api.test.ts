import { createPoliceApi } from '../../../src/adapters/policing/police-api.js';
import { createPace } from '../../../src/adapters/policing/pace.js';
import { brand, type ForceId } from '../../../src/domain/shared/ids.js';
import samples from '../../support/policing/police.samples.json' with { type: 'json' };
import {
  sendJson,
  sendText,
  startAnsweringServer,
  type AnsweringServer,
} from '../../support/policing/answering-server.js';

const force = (id: string) => brand<ForceId>(id);
let server: AnsweringServer;

beforeAll(async () => {
  server = await startAnsweringServer((request, response) => {
    const url = request.url ?? '';
    if (url === '/api/locate-neighbourhood?q=51.500617,-0.124629')
      return sendJson(response, 200, samples.located);
    if (url === '/api/leicestershire/NC04') return sendJson(response, 200, samples.neighbourhood);
    if (url === '/api/northern-ireland/Derry%20City') {
      return sendJson(response, 200, {
        id: 'Derry City',
        name: 'Derry &amp; Strabane',
        url_force: '',
        contact_details: {},
      });
    }
    if (url === '/api/kent/BUSY') {
      response.writeHead(429);
      return void response.end();
    }
    if (url === '/api/kent/ODD') return sendJson(response, 200, { something: 'else' });
    if (url === '/api/kent/SILENT') return undefined;
    return sendText(response, 404, 'Not Found');
  });
});
afterAll(() => server.close());

const api = () =>
  createPoliceApi({ baseUrl: `${server.baseUrl}/api`, fetch, pace: () => Promise.resolve(), timeout: 300 });

test('a point gives its force and neighbourhood', async () => {
  expect(await api().neighbourhoodAt(51.500617, -0.124629)).toEqual({
    kind: 'found',
    value: { force: 'metropolitan', neighbourhood: '00BKX6' },
  });
});

test('a point in Scotland is not found, though the answer is no JSON', async () => {
  expect(await api().neighbourhoodAt(55.86, -4.25)).toEqual({ kind: 'not-found' });
});

test('a neighbourhood gives its name and the ways to reach the team', async () => {
  expect(await api().neighbourhood(force('leicestershire'), 'NC04')).toEqual({
    kind: 'found',
    value: {
      id: 'NC04',
      name: 'City Centre',
      page: 'http://www.leics.police.uk/local-policing/city-centre',
      telephone: '101',
      email: 'neighbourhood@example.test',
    },
  });
});

test('ids keep their case and their spaces, and entities in names are read', async () => {
  expect(await api().neighbourhood(force('leicestershire'), 'nc04')).toEqual({ kind: 'not-found' });
  expect(await api().neighbourhood(force('northern-ireland'), 'Derry City')).toMatchObject({
    value: { name: 'Derry & Strabane', page: undefined, telephone: undefined },
  });
});

test.each([
  ['BUSY', 'busy'],
  ['ODD', 'unavailable'],
  ['SILENT', 'unavailable'],
])('the neighbourhood %s is %s', async (id, kind) => {
  expect(await api().neighbourhood(force('kent'), id)).toEqual({ kind });
});

test.each(['', '.', '..', 'a/b', 'a\\b'])('the id %j never reaches the wire', async (id) => {
  const before = server.requests.length;
  await expect(api().neighbourhood(force('kent'), id)).rejects.toThrow(RangeError);
  expect(server.requests).toHaveLength(before);
});

test('after the burst, requests keep to the pace, in order', async () => {
  let now = 0;
  const waits: number[] = [];
  const clock = { now: () => now, sleep: async (ms: number) => void waits.push(Math.round(ms)) };
  const pace = createPace(10, 3, clock);
  for (let turn = 0; turn < 5; turn += 1) await pace();
  expect(waits).toEqual([100, 200]);
  now = 10_000;
  await pace();
  expect(waits).toHaveLength(2);
});
