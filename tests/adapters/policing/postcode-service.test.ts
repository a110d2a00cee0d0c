import { createAreaDirectory } from '../../../src/adapters/policing/area-directory.js';
import { createPostcodeService, locateArea } from '../../../src/adapters/policing/postcode-service.js';
import samples from '../../support/policing/postcode.samples.json' with { type: 'json' };
import {
  sendJson,
  sendText,
  startAnsweringServer,
  type AnsweringServer,
} from '../../support/policing/answering-server.js';

const directory = createAreaDirectory();
let server: AnsweringServer;
let answer: [number, unknown] | 'text' | 'silence' = [200, samples.found];

beforeAll(async () => {
  server = await startAnsweringServer((_request, response) => {
    if (answer === 'text') sendText(response, 502, 'Bad gateway');
    else if (answer !== 'silence') sendJson(response, ...answer);
  });
});
afterAll(() => server.close());

const service = () => createPostcodeService({ baseUrl: `${server.baseUrl}/`, fetch, timeout: 300 });
const withPfa = (pfa: string | null) => ({
  ...samples.found,
  result: { ...samples.found.result, codes: { pfa } },
});

test('a postcode that is found gives our force, the council and the constituency', async () => {
  answer = [200, samples.found];
  expect(await service().lookup('BR8 7RE')).toEqual({
    kind: 'found',
    force: 'kent',
    council: 'Sevenoaks',
    constituency: 'Sevenoaks',
  });
  expect(server.requests.at(-1)).toBe('/postcodes/BR8%207RE');
});

test.each([
  ['W15000004', 'dyfed-powys'],
  ['S23000009', 'scotland'],
  ['N99999999', 'northern-ireland'],
])('the force area code %s means %s', async (pfa, force) => {
  answer = [200, withPfa(pfa)];
  expect(await service().lookup('ZE1 0AA')).toMatchObject({ kind: 'found', force });
});

test.each([
  ['terminated', [404, samples.terminated]],
  ['terminated', [410, { status: 410, error: 'Gone' }]],
  ['unknown', [404, samples.unknown]],
  ['unknown', [200, withPfa('L99999999')]],
  ['unavailable', [404, { status: 404, error: 'Resource not found' }]],
  ['unavailable', [500, samples.databaseDown]],
  ['unavailable', [429, {}]],
  ['unavailable', [200, { status: 200, result: { postcode: 'BR8 7RE' } }]],
  ['unavailable', 'text'],
  ['unavailable', 'silence'],
] as const)('is %s for the answer %j', async (kind, given) => {
  answer = given as typeof answer;
  expect(await service().lookup('BR8 7RE')).toEqual({ kind });
});

test('a service that cannot be reached is unavailable', async () => {
  const nobody = createPostcodeService({ baseUrl: 'http://127.0.0.1:1', fetch });
  expect(await nobody.lookup('BR8 7RE')).toEqual({ kind: 'unavailable' });
});

describe('locating with a service', () => {
  test('a postcode of a shared district is placed by the service', async () => {
    answer = [200, withPfa('W15000001')];
    expect(await locateArea('ch4 6ab', directory, service())).toMatchObject({
      kind: 'placed',
      areaKind: 'postcode',
      force: 'north-wales',
      region: 'wales',
    });
  });

  test('a postcode of one force, a district and a name are never sent out', async () => {
    const before = server.requests.length;
    for (const input of ['M1 1AE', 'CH4', 'Windsor', 'Leeds']) await locateArea(input, directory, service());
    expect(server.requests).toHaveLength(before);
  });

  test('without an answer the council is asked for, and a dead postcode is named as such', async () => {
    answer = [404, samples.terminated];
    const decision = await locateArea('CH4 6AB', directory, service());
    expect(decision).toMatchObject({ kind: 'ask' });
    expect(decision.kind === 'ask' && decision.question).toMatch(
      /^That postcode is no longer in use\. .*council/,
    );
    expect(await locateArea('CH4 6AB', directory)).toMatchObject({ kind: 'ask' });
  });
});
