import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@tieuchi/subgraph-kit';
import type { JWK } from 'jose';
import { createRemoteKeys, type RemoteKeysOptions } from './remote-keys';
import { createTestIssuer, type TestIssuer } from './test-issuer.fixture';
import { createTokenVerifier } from './token-verifier';

const COOL_DOWN_MS = 400;
const logger = createLogger('test', 'silent');

/** An issuer's address that counts how often it is asked. */
class KeyServer {
  asked = 0;
  answer: 'keys' | 'failure' | 'nonsense' | 'silence' = 'keys';
  private server!: Server;

  constructor(public keys: JWK[]) {}

  async start(): Promise<URL> {
    this.server = createServer((_request, response) => {
      this.asked += 1;
      if (this.answer === 'keys') response.end(JSON.stringify({ keys: this.keys }));
      else if (this.answer === 'failure') response.writeHead(500).end();
      else if (this.answer === 'nonsense') response.end('<html>');
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return new URL(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/keys`);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

let issuer: TestIssuer;
let successor: TestIssuer;
let server: KeyServer;
let url: URL;
beforeAll(async () => {
  issuer = await createTestIssuer();
  successor = await createTestIssuer();
  successor.publicKey.kid = 'successor';
});
beforeEach(async () => {
  server = new KeyServer([issuer.publicKey]);
  url = await server.start();
});
afterEach(() => server.stop());

function verifier(options: Partial<RemoteKeysOptions> = {}) {
  const findKey = createRemoteKeys({ url, logger, coolDownMs: COOL_DOWN_MS, timeoutMs: 200, ...options });
  const verify = createTokenVerifier([{ ...issuer.issuer, findKey }]);
  return async (token: string) => {
    const outcome = await verify(token).catch((error: { code: string }) => error);
    return 'code' in outcome ? outcome.code : outcome.subject;
  };
}
const good = () => issuer.sign({ header: { kid: issuer.publicKey.kid } });
const unknown = (kid: string) => issuer.sign({ header: { kid } });
const renewed = () => successor.sign({ header: { kid: 'successor' } });

describe('the keys at an issuer’s address', () => {
  it('are asked for once, also by many tokens at a time', async () => {
    const verify = verifier();
    const outcomes = await Promise.all(Array.from({ length: 20 }, async () => verify(await good())));
    expect({ outcomes: new Set(outcomes), asked: server.asked }).toEqual({ outcomes: new Set(['officer']), asked: 1 });
  });

  it('are asked for again at most once per cool-down, however many unknown kids come', async () => {
    const verify = verifier();
    await verify(await good());
    await sleep(COOL_DOWN_MS + 50);
    const kids = Array.from({ length: 30 }, (_, index) => `kid ${index}`);
    const outcomes = await Promise.all(kids.map(async (kid) => verify(await unknown(kid))));
    expect({ outcomes: new Set(outcomes), asked: server.asked }).toEqual({
      outcomes: new Set(['KEY_UNKNOWN']),
      asked: 2,
    });
    await verify(await unknown('one more'));
    expect(server.asked).toBe(2);
  });

  it('are asked for at most once per cool-down also while the address only fails', async () => {
    const verify = verifier();
    server.answer = 'failure';
    const outcomes = new Set<string>();
    for (let count = 0; count < 10; count += 1) outcomes.add(await verify(await good()));
    expect({ outcomes, asked: server.asked }).toEqual({ outcomes: new Set(['KEYS_UNUSABLE']), asked: 1 });
    server.answer = 'keys';
    await sleep(COOL_DOWN_MS + 50);
    expect(await verify(await good())).toBe('officer');
  });

  it('that are new there are found after the cool-down, without a restart', async () => {
    const verify = verifier();
    await verify(await good());
    server.keys = [successor.publicKey, issuer.publicKey];
    expect(await verify(await renewed())).toBe('KEY_UNKNOWN');
    await sleep(COOL_DOWN_MS + 50);
    expect(await verify(await renewed())).toBe('officer');
    expect(await verify(await good())).toBe('officer');
  });

  it('that are gone there end when they are renewed', async () => {
    const verify = verifier({ renewAfterMs: 100 });
    await verify(await good());
    server.keys = [successor.publicKey];
    await sleep(COOL_DOWN_MS + 50);
    // asks beside this request, which still goes by what is held
    await verify(await good());
    await sleep(200);
    expect(await verify(await good())).toBe('KEY_UNKNOWN');
  });

  it.each(['failure', 'nonsense', 'silence'] as const)(
    'go on holding while the address answers with %s, and a token that it knows does not wait for it',
    async (answer) => {
      const verify = verifier({ renewAfterMs: 50 });
      await verify(await good());
      server.answer = answer;
      await sleep(COOL_DOWN_MS + 50);
      const began = performance.now();
      expect(await verify(await good())).toBe('officer');
      expect(performance.now() - began).toBeLessThan(150);
      await sleep(300);
      expect(await verify(await good())).toBe('officer');
      expect(server.asked).toBe(2);
    },
  );

  it('are trusted for no longer than is said while the address does not answer', async () => {
    const verify = verifier({ trustedForMs: COOL_DOWN_MS });
    await verify(await good());
    server.answer = 'failure';
    await sleep(COOL_DOWN_MS + 50);
    expect(await verify(await good())).toBe('KEYS_UNUSABLE');
  });

  it('serve for the algorithm that they are of, and for no other of the same kind', async () => {
    const rsa = await createTestIssuer('RS256');
    server.keys = [{ ...rsa.publicKey, kid: undefined }];
    const findKey = createRemoteKeys({ url, logger });
    const verify = createTokenVerifier([{ ...rsa.issuer, algorithms: ['RS256', 'PS256'], findKey }]);
    await expect(verify(await rsa.sign())).resolves.toMatchObject({ subject: 'officer' });
    const { publicKey: _key, ...other } = await createTestIssuer('PS256');
    await expect(verify(await other.sign())).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
  });
});
