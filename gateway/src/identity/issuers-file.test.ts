import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, StartError } from '@tieuchi/subgraph-kit';
import { readIssuers } from './issuers-file';
import { openIssuers } from './open-issuers';
import { createTestIssuer, type TestIssuer } from './test-issuer.fixture';
import { createTokenVerifier } from './token-verifier';

const logger = createLogger('test', 'silent');
const folder = mkdtempSync(join(tmpdir(), 'tieuchi-issuers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'issuers.json');

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await createTestIssuer();
  writeKeys([issuer.publicKey]);
});

function writeKeys(keys: object[]): void {
  writeFileSync(join(folder, 'draft'), JSON.stringify({ keys }));
  renameSync(join(folder, 'draft'), join(folder, 'keys.json'));
}

const entry = (changed: object = {}) => ({
  issuer: issuer.issuer.name,
  audience: 'tieuchi',
  jwks: 'keys.json',
  algorithms: ['EdDSA'],
  claims: { role: 'realm_access.roles', scope: ['https://example.vn/unit'] },
  roles: { 'can-bo-xa': 'COMMUNE_OFFICER', 'tham-dinh': 'APPRAISER' },
  ...changed,
});

function read(content: unknown) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readIssuers(file, logger);
}

function faultOf(content: unknown): string {
  try {
    read(content);
  } catch (error) {
    if (error instanceof StartError) return error.line;
    throw error;
  }
  throw new Error('it was not refused');
}

const claims = (roles: unknown, unit: unknown = 'P-19') => ({
  realm_access: { roles },
  'https://example.vn/unit': unit,
});

describe('a file of issuers', () => {
  it('says where a ministry’s token has role and unit, and which of its roles is which of ours', async () => {
    const verify = createTokenVerifier(read([entry()]));
    const actor = { subject: 'officer', role: 'COMMUNE_OFFICER', scope: 'P-19' };
    expect(await verify(await issuer.sign({ claims: claims(['offline_access', 'can-bo-xa']) }))).toEqual(actor);
    expect(await verify(await issuer.sign({ claims: claims('can-bo-xa') }))).toEqual(actor);
  });

  it.each([
    ['no role of ours', claims(['offline_access'])],
    ['two roles of ours', claims(['can-bo-xa', 'tham-dinh'])],
    ['our name of a role, which is not the issuer’s', claims(['ADMIN'])],
    ['a role that every object has', claims(['constructor'])],
    ['no unit', { realm_access: { roles: ['can-bo-xa'] } }],
    ['units in a list', claims(['can-bo-xa'], ['P-19'])],
  ])('makes nobody of a token with %s', async (_what, forged) => {
    const verify = createTokenVerifier(read([entry()]));
    await expect(verify(await issuer.sign({ claims: forged }))).rejects.toMatchObject({ code: 'CLAIMS_REFUSED' });
  });

  it('reads a file of keys anew when it is replaced', async () => {
    const verify = createTokenVerifier(read([entry()]));
    const successor = await createTestIssuer();
    const renewed = await successor.sign({ claims: claims('can-bo-xa') });
    await expect(verify(renewed)).rejects.toMatchObject({ code: 'SIGNATURE_WRONG' });
    writeKeys([successor.publicKey]);
    expect(await verify(renewed)).toMatchObject({ subject: 'officer' });
    await expect(verify(await issuer.sign({ claims: claims('can-bo-xa') }))).rejects.toMatchObject({
      code: 'SIGNATURE_WRONG',
    });
    writeKeys([{ kty: 'oct', k: 'c2VjcmV0' }]);
    await expect(verify(renewed)).rejects.toMatchObject({ code: 'KEYS_UNUSABLE' });
    writeKeys([issuer.publicKey]);
  });

  it.each<[string, () => unknown, string]>([
    ['no JSON', () => '[{]', 'line 1, column 3: is not JSON'],
    ['no list', () => entry(), 'the whole file: must be a list of issuers'],
    ['nobody', () => [], 'the whole file: must name an issuer'],
    ['a property that there is not', () => [entry({ jwksUri: 'x' })], '[0]: Unrecognized key: "jwksUri"'],
    ['keys over plain HTTP', () => [entry({ jwks: 'http://sso.example.vn/keys' })], '[0].jwks: must be https://'],
    ['keys by another protocol', () => [entry({ jwks: 'ftp://sso.example.vn/keys' })], '[0].jwks: must be https://'],
    [
      'keys over plain HTTP from what only begins like this machine',
      () => [entry({ jwks: 'http://127.0.0.1.example.vn/keys' })],
      '[0].jwks: must be https://',
    ],
    ['a shared secret’s algorithm', () => [entry({ algorithms: ['HS256'] })], '[0].algorithms[0]: must be among EdDSA'],
    ['no algorithm at all', () => [entry({ algorithms: ['none'] })], '[0].algorithms[0]: must be among EdDSA'],
    ['no algorithms', () => [entry({ algorithms: [] })], '[0].algorithms: must name one at least'],
    ['an unknown role', () => [entry({ roles: { a: 'KING' } })], '[0].roles.a: must be among PUBLIC'],
    ['an empty place', () => [entry({ claims: { role: 'a..b', scope: 'c' } })], '[0].claims.role: must name a claim'],
    ['one issuer twice', () => [entry(), entry()], '[1].issuer: "https://sso.example.vn" is named twice'],
    ['our own issuer', () => [entry({ issuer: 'tieuchi' })], '[0].issuer: "tieuchi" is the name'],
    ['a file of keys that there is not', () => [entry({ jwks: 'none.json' })], 'none.json cannot be read (ENOENT)'],
  ])('that has %s is refused at the start with its place', (_what, content, fault) => {
    expect(faultOf(content())).toContain(fault);
  });

  it('is refused with all of its faults at once', () => {
    const line = faultOf([
      entry({ audience: '', algorithms: ['HS256'] }),
      entry({ issuer: 'b', jwks: 'http://x.vn/' }),
    ]);
    for (const place of ['[0].audience', '[0].algorithms[0]', '[1].jwks']) expect(line).toContain(`${place}: `);
  });

  it.each([
    ['a private key', (): object => ({ ...issuer.publicKey, d: 'secret' }), 'keys[0]: is a private key'],
    ['a shared secret', (): object => ({ kty: 'oct', k: 'secret' }), 'keys[0].kty: must be EC, OKP or RSA'],
  ])('is refused when its keys hold %s, which is not repeated', (_what, key, fault) => {
    writeKeys([key()]);
    const line = faultOf([entry()]);
    expect(line).toContain(fault);
    expect(line).not.toContain('"secret"');
    writeKeys([issuer.publicKey]);
  });

  it('or a folder of our own must be there: a gateway that trusts nobody does not start', () => {
    expect(() => openIssuers({ logger })).toThrow('nobody issues tokens');
  });

  it.each(['http://localhost:8080/keys', 'http://127.0.0.1/keys', 'http://[::1]:8080/keys', 'https://sso.vn/keys'])(
    'may name %s',
    (jwks) => {
      expect(read([entry({ jwks })])).toHaveLength(1);
    },
  );
});
