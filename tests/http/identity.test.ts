import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { brand, type PersonId, type TeamId } from '../../src/domain/shared/ids.js';
import type { Person } from '../../src/domain/shared/person.js';
import {
  identify,
  tabTokens,
  type IdentityPorts,
  type TabClaims,
  type TabTokens,
} from '../../src/http/identity.js';

const CLIENT = '11111111-2222-4333-8444-555555555555';
const TENANT = 'aaaaaaaa-1111-4111-8111-111111111111';
const OBJECT = 'bbbbbbbb-1111-4111-8111-111111111111';
const issuerOf = (tenant: string): string => `https://login.example.test/${tenant}/v2.0`;

let signer: CryptoKey;
let stranger: CryptoKey;
let tokens: TabTokens;
let modulus: string;
beforeAll(async () => {
  const [ours, theirs] = [
    await generateKeyPair('RS256', { extractable: true }),
    await generateKeyPair('RS256'),
  ];
  signer = ours.privateKey;
  stranger = theirs.privateKey;
  const jwk = await exportJWK(ours.publicKey);
  modulus = String(jwk.n);
  const keys = createLocalJWKSet({ keys: [{ ...jwk, kid: 'ours', alg: 'RS256', use: 'sig' }] });
  tokens = tabTokens({
    keys,
    audiences: [CLIENT, `api://${CLIENT}`],
    issuerOf,
    anyAudienceEnding: `/${CLIENT}`,
  });
});

const soon = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const claims = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  tid: TENANT,
  oid: OBJECT,
  iss: issuerOf(TENANT),
  aud: CLIENT,
  exp: soon(600),
  nbf: soon(-10),
  name: 'Ann Example',
  preferred_username: 'ann@example.org',
  ...over,
});
const sign = (over: Record<string, unknown> = {}, key: CryptoKey = signer): Promise<string> =>
  new SignJWT(claims(over)).setProtectedHeader({ alg: 'RS256', kid: 'ours' }).sign(key);

describe('a token of the tab', () => {
  test('says who its bearer is', async () => {
    const expected: TabClaims = {
      tenant: TENANT,
      objectId: OBJECT,
      name: 'Ann Example',
      email: 'ann@example.org',
    };
    expect(await tokens.verify(await sign())).toEqual(expected);
  });

  test.each([`api://${CLIENT}`, `api://desk.example.org/${CLIENT}`])(
    'is taken for the audience %s, the form that Teams asks for',
    async (aud) => {
      expect(await tokens.verify(await sign({ aud }))).toMatchObject({ objectId: OBJECT });
    },
  );

  test('is taken from any tenant that signs for itself', async () => {
    const tid = 'cccccccc-1111-4111-8111-111111111111';
    expect(await tokens.verify(await sign({ tid, iss: issuerOf(tid) }))).toMatchObject({ tenant: tid });
  });

  test('without a name or a usable address is taken all the same, without them', async () => {
    expect(await tokens.verify(await sign({ name: undefined, preferred_username: 'live.com#ann' }))).toEqual({
      tenant: TENANT,
      objectId: OBJECT,
      name: '',
    });
  });

  test.each([
    ['another audience', { aud: 'ffffffff-2222-4333-8444-555555555555' }],
    ['an audience that only ends alike', { aud: `https://evil.example/${CLIENT}` }],
    ['an audience of another scheme', { aud: `spiffe://desk.example.org/${CLIENT}` }],
    ['an audience beside ours', { aud: `api://desk.example.org/x${CLIENT}` }],
    ['several audiences', { aud: [CLIENT, 'other'] }],
    ['no audience', { aud: undefined }],
    ['the issuer of another tenant', { iss: issuerOf('cccccccc-1111-4111-8111-111111111111') }],
    ['an issuer of elsewhere', { iss: `https://evil.example/${TENANT}/v2.0` }],
    ['no issuer', { iss: undefined }],
    ['its time over', { exp: soon(-61) }],
    ['no end', { exp: undefined }],
    ['its time to come', { nbf: soon(120) }],
    ['no object id', { oid: undefined }],
    ['an empty object id', { oid: '' }],
    ['no tenant', { tid: undefined }],
  ])('with %s is refused', async (_what, over) => {
    expect(await tokens.verify(await sign(over))).toBeUndefined();
  });

  test('a minute past its end is taken: clocks differ', async () => {
    expect(await tokens.verify(await sign({ exp: soon(-30) }))).toBeDefined();
  });

  test('signed by another key, changed, unsigned or signed with a shared secret is refused', async () => {
    const good = await sign();
    const [head = '', body = '', signature = ''] = good.split('.');
    const other = Buffer.from(JSON.stringify(claims({ oid: 'someone-else' }))).toString('base64url');
    const unsigned = new UnsecuredJWT(claims()).encode();
    const shared = (secret: string) =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS256', kid: 'ours' })
        .sign(Buffer.from(secret.padEnd(32, '.')));
    const stripped = `${Buffer.from('{"alg":"none","kid":"ours"}').toString('base64url')}.${body}.`;
    const forged = [
      await sign({}, stranger),
      `${head}.${other}.${signature}`,
      unsigned,
      stripped,
      await shared('secret'),
      await shared(modulus),
      `${head}.${body}`,
      'nonsense',
      '',
    ];
    for (const token of forged) expect(await tokens.verify(token)).toBeUndefined();
  });

  test('of another kind of signature by the right key is refused', async () => {
    const { privateKey, publicKey } = await generateKeyPair('PS256', { extractable: true });
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'ps' }] });
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'PS256', kid: 'ps' })
      .sign(privateKey);
    expect(await tabTokens({ keys, audiences: [CLIENT], issuerOf }).verify(token)).toBeUndefined();
  });
});

describe('a caller', () => {
  const ann: Person = {
    id: brand<PersonId>(OBJECT),
    name: 'Ann',
    audience: 'other',
    language: 'en',
    vetted: false,
    roles: [],
  };
  const asked: TabClaims[] = [];
  const ports: IdentityPorts = {
    tabTokens: { verify: (token) => tokens.verify(token) },
    personOfTab: (seen) => Promise.resolve((asked.push(seen), ann)),
    followLink: (token) =>
      Promise.resolve(
        token === 'mine'
          ? { kind: 'person', person: ann }
          : token === 'team'
            ? { kind: 'team', team: brand<TeamId>('gmp/adviser') }
            : undefined,
      ),
  };
  const refused = { kind: 'refused', code: 'unauthorised' };

  test('of a public route is nobody, whatever is shown', async () => {
    expect(await identify(ports, 'public', 'Bearer nonsense')).toEqual({ kind: 'anyone' });
  });

  test('with a good token is that person; with a bad one nobody is taken down', async () => {
    expect(await identify(ports, 'person', `Bearer ${await sign()}`)).toEqual({
      kind: 'person',
      person: ann,
    });
    expect(asked).toHaveLength(1);
    expect(await identify(ports, 'person', `Bearer ${await sign({}, stranger)}`)).toMatchObject(refused);
    expect(asked).toHaveLength(1);
  });

  test('with a link is whom it names, on routes of that kind alone', async () => {
    expect(await identify(ports, 'person', 'Link mine')).toEqual({ kind: 'person', person: ann });
    expect(await identify(ports, 'team', 'Link team')).toMatchObject({ kind: 'team' });
    for (const [caller, token] of [
      ['person', 'team'],
      ['team', 'mine'],
      ['person', 'unknown'],
    ] as const) {
      expect(await identify(ports, caller, `Link ${token}`)).toMatchObject({
        kind: 'refused',
        code: 'link_expired',
        message: expect.stringContaining('Ask for a new one'),
      });
    }
  });

  test('a tab token does not open a team’s route', async () => {
    expect(await identify(ports, 'team', `Bearer ${await sign()}`)).toMatchObject(refused);
  });

  test.each([undefined, '', 'Bearer', 'Link', 'Bearer ', 'Basic YWRtaW46YWRtaW4=', 'mine', 'Token mine'])(
    'with “%s” is asked to sign in',
    async (header) => {
      expect(await identify(ports, 'person', header)).toMatchObject({
        ...refused,
        message: expect.stringContaining('sign in'),
      });
    },
  );
});
