import { Role } from '@tieuchi/subgraph-kit';
import { startTestSystem, type TestSystem } from '../../support/test-system';
import { getEvidence, putEvidence, refusal, sendRaw } from './evidence-client.fixture';
import { pdfFile, sha256Of } from './evidence-files.fixture';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

const countRows = async () =>
  (await system.database.query<{ count: number }>('select count(*)::int from rural_security.evidence'))[0]!.count;

/** How much more the buffers of this process – the server's and the client's – held at most than at the beginning. */
function watchBuffers() {
  const before = process.memoryUsage().arrayBuffers;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }, 5);
  return {
    end() {
      clearInterval(timer);
      return most - before;
    },
  };
}

describe('an address that is no hash', () => {
  const sha256 = sha256Of(pdfFile());
  it.each([
    '/evidence/..%2fgraphql',
    '/evidence/../graphql',
    '/evidence/..%2f..%2f..%2fetc%2fpasswd',
    '/evidence/',
    `/evidence/${sha256.toUpperCase()}`,
    `/evidence/${sha256.slice(1)}`,
    `/evidence/${sha256}0`,
    `/evidence/${sha256}/`,
    `/evidence/${sha256}/..`,
    `/evidence//${sha256}`,
    `/evidence/${sha256}%00.html`,
    `/evidence/${sha256}%0d%0aset-cookie:a=b`,
    `/evidence/${'%61'.repeat(64)}`,
    "/evidence/'%20or%201=1--",
  ])('is refused in words for reading and for writing: %s', async (path) => {
    for (const method of ['GET', 'PUT']) {
      const refused = await sendRaw(system, path, [], { method });
      expect(refused).toMatchObject(refusal(400, 'BAD_USER_INPUT'));
      expect(JSON.stringify(refused)).toContain('64 lower-case hexadecimal digits');
    }
  });

  it('beside the folder is not there', async () => {
    for (const path of ['/evidence', '/evidences/', `/internal/evidence/${sha256}`, `//evidence/${sha256}`]) {
      expect(await sendRaw(system, path)).toMatchObject({ status: 404 });
    }
  });
});

describe('an upload', () => {
  const file = pdfFile(3_000_000);
  const path = `/evidence/${sha256Of(file)}`;
  const put = { method: 'PUT' };

  it('that breaks off before its last byte leaves nothing, announced or not', async () => {
    for (const headers of [{ 'content-length': file.length }, {}]) {
      expect(await sendRaw(system, path, [file.subarray(0, -1), null], { ...put, headers })).toBe('broken');
    }
    expect((await getEvidence(system, sha256Of(file))).status).toBe(404);
    expect(await countRows()).toBe(0);
  });

  it('that announces 10,000,001 bytes is refused before they come', async () => {
    const headers = { 'content-length': 10_000_001 };
    const refused = await sendRaw(system, path, [file.subarray(0, 10)], { ...put, headers });
    expect(refused).toMatchObject(refusal(413, 'BODY_TOO_LARGE'));
  });

  it('that never says how long it is is cut off at the limit', async () => {
    const chunks = Array.from({ length: 30 }, () => new Uint8Array(1_000_000));
    const answered = await sendRaw(system, path, chunks, put);
    expect(answered === 'broken' || answered.status === 413).toBe(true);
    expect(await countRows()).toBe(0);
  });

  it.each([
    ['and says so is refused before they come', { 'content-length': 200_000_000 }],
    ['and does not say so is cut off at the limit', {}],
  ])(
    'of 200 MB %s: none is kept, and the server holds a small part of them at once',
    async (_how, headers) => {
      const held = watchBuffers();
      const chunk = new Uint8Array(1_000_000);
      const answered = await sendRaw(
        system,
        path,
        Array.from({ length: 200 }, () => chunk),
        { ...put, headers },
      );
      expect(answered === 'broken' || answered.status === 413).toBe(true);
      expect(held.end()).toBeLessThan(60_000_000);
      expect(await countRows()).toBe(0);
      // who sends what it may goes on at once
      expect((await getEvidence(system, sha256Of(file))).status).toBe(404);
    },
    60_000,
  );

  it('of somebody who may not send is refused before its bytes come', async () => {
    const headers = { 'content-length': file.length, authorization: `Bearer ${system.tokens.get(Role.VIEWER)}` };
    const refused = await sendRaw(system, path, [file.subarray(0, 10)], { ...put, headers });
    expect(refused).toMatchObject(refusal(403, 'FORBIDDEN'));
  });

  it('is kept when it comes whole after it was broken off', async () => {
    expect((await putEvidence(system, file)).status).toBe(201);
    const whole = await getEvidence(system, sha256Of(file));
    expect(Buffer.from(await whole.arrayBuffer()).equals(file)).toBe(true);
    expect(await countRows()).toBe(1);
  });
});
