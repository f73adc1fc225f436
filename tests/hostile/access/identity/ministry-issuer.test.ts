import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { startTestSystem, type TestSystem } from '../../../support/test-system';

const NAME = 'https://sso.ministry.invalid/realms/police';
const QUESTION = '{ country { id } }';

type Key = Parameters<SignJWT['sign']>[0];

const folder = mkdtempSync(join(tmpdir(), 'tieuchi-ministry-'));
const published: JWK[] = [];
let asked = 0;
const server = createServer((_request, response) => {
  asked += 1;
  response.end(JSON.stringify({ keys: published }));
});
let system: TestSystem;
let key: Key;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  key = await publish('first');
  const issuer = {
    issuer: NAME,
    audience: 'tieuchi-production',
    jwks: `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`,
    algorithms: ['ES256'],
    claims: { role: 'realm_access.roles', scope: 'unit' },
    roles: { 'tieuchi-viewer': 'VIEWER' },
  };
  writeFileSync(join(folder, 'issuers.json'), JSON.stringify([issuer]));
  system = await startTestSystem('demo', { issuersFile: join(folder, 'issuers.json') });
}, 60_000);
afterAll(async () => {
  await system.stop();
  server.close();
  rmSync(folder, { recursive: true });
});

async function publish(kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  published.push({ ...(await exportJWK(publicKey)), kid, use: 'sig' });
  return privateKey;
}

async function askWith(kid: string, by = key): Promise<number> {
  const token = await new SignJWT({ realm_access: { roles: ['offline_access', 'tieuchi-viewer'] }, unit: 'VN' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(NAME)
    .setSubject('cán bộ')
    .setAudience('tieuchi-production')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(by);
  return (await system.ask(QUESTION, {}, { authorization: `Bearer ${token}` })).status;
}

describe('a ministry’s issuer', () => {
  it('is asked for its keys when the first token comes, and not before', async () => {
    expect(asked).toBe(0);
    expect(await askWith('first')).toBe(200);
    expect(asked).toBe(1);
  });

  it('is not asked again within the cool-down, however many unknown kids come', async () => {
    const kids = Array.from({ length: 25 }, (_, index) => `unknown ${index}`);
    expect(new Set(await Promise.all(kids.map((kid) => askWith(kid))))).toEqual(new Set([401]));
    expect(asked).toBe(1);
  });

  it('may be out of reach while its known key goes on working', async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    expect(await askWith('first')).toBe(200);
    expect(await askWith('second', (await generateKeyPair('ES256')).privateKey)).toBe(401);
  });
});
