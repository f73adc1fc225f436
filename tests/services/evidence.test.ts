import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import { Database, EvidenceStore, Role, SYSTEM, signInternalToken } from '@tieuchi/subgraph-kit';
import { getEvidence, putEvidence, refusal } from '../hostile/evidence/evidence-client.fixture';
import {
  DOCX,
  docxFile,
  JPEG,
  jpegFile,
  PDF,
  PNG,
  pdfFile,
  pngFile,
  sha256Of,
  XLSX,
  xlsxFile,
} from '../hostile/evidence/evidence-files.fixture';
import { openTestDatabase } from '../support/test-database';
import { startTestSystem, type TestSystem } from '../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

const rowsOf = (sha256: string) =>
  system.database.query(
    `select media_type, byte_length, origin, recorded_by, recorded_to from rural_security.evidence where sha256 = $1`,
    [sha256],
  );
/** What belongs to the file, and not to the connection that it came over. */
const told = ({ status, headers }: Response) => [
  status,
  [...headers].filter(([name]) => !['connection', 'date', 'keep-alive', 'x-request-id'].includes(name)),
];
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a file', () => {
  it.each([
    [PDF, 'pdf', pdfFile()],
    [PNG, 'png', pngFile()],
    [JPEG, 'jpg', jpegFile()],
    [DOCX, 'docx', docxFile()],
    [XLSX, 'xlsx', xlsxFile()],
  ])('of type %s is kept byte by byte and given back to be saved, not shown', async (type, extension, file) => {
    const sha256 = sha256Of(file);
    expect(await putEvidence(system, file, { type })).toEqual({
      status: 201,
      body: { sha256, mediaType: type, byteLength: file.length },
    });
    const response = await getEvidence(system, sha256);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-cache',
      'content-disposition': `attachment; filename="${sha256}.${extension}"`,
      'content-length': String(file.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': type,
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${sha256}"`,
      'x-content-type-options': 'nosniff',
    });
    expect((await bytesOf(response)).equals(file)).toBe(true);
    expect(await rowsOf(sha256)).toEqual([
      {
        media_type: type,
        byte_length: file.length,
        origin: 'RECORDED',
        recorded_by: 'development-commune_officer',
        recorded_to: null,
      },
    ]);
  });

  it('of unsaid type is told by its content', async () => {
    for (const type of [undefined, 'application/octet-stream', 'Application/PDF; charset=binary']) {
      const file = pdfFile(500 + (type ?? '').length);
      expect(await putEvidence(system, file, { type })).toMatchObject({ status: 201, body: { mediaType: PDF } });
    }
  });

  it('that is there already stays with the one who sent it first', async () => {
    const file = pdfFile(700);
    expect((await putEvidence(system, file)).status).toBe(201);
    expect(await putEvidence(system, file, { role: Role.MINISTRY })).toMatchObject({
      status: 200,
      body: { sha256: sha256Of(file) },
    });
    expect(await rowsOf(sha256Of(file))).toMatchObject([{ recorded_by: 'development-commune_officer' }]);
  });

  it('that four send at the same moment is one row, and new to one of them', async () => {
    const file = pdfFile(2_000_000, 1);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => putEvidence(system, file)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(await rowsOf(sha256Of(file))).toHaveLength(1);
  });

  it.each(["update rural_security.evidence set media_type = 'text/html'", 'delete from rural_security.evidence'])(
    'is written once: not even the superuser gets through with "%s"',
    async (statement) => {
      await putEvidence(system, pdfFile(800));
      await expect(system.database.query(statement)).rejects.toThrow('evidence is written once and does not change');
      await expect(system.database.query('truncate rural_security.evidence cascade')).rejects.toThrow('written once');
    },
  );

  it('of 10,000,000 bytes is kept, and one byte more is refused', async () => {
    const file = pdfFile(10_000_000);
    expect((await putEvidence(system, file)).status).toBe(201);
    expect((await bytesOf(await getEvidence(system, sha256Of(file)))).equals(file)).toBe(true);
    const larger = pdfFile(10_000_001);
    expect(await putEvidence(system, larger)).toMatchObject(refusal(413, 'BODY_TOO_LARGE'));
    expect(await rowsOf(sha256Of(larger))).toEqual([]);
  });
});

describe('the address of a file', () => {
  it('answers HEAD, and 304 to whoever has the file, without reading the content', async () => {
    const file = pdfFile(900);
    const sha256 = sha256Of(file);
    await putEvidence(system, file);
    const whole = await getEvidence(system, sha256);
    system.takeStatements();
    const head = await getEvidence(system, sha256, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(told(head)).toEqual(told(whole));
    for (const tags of [`"${sha256}"`, `"other", W/"${sha256}"`, '*']) {
      const again = await getEvidence(system, sha256, { headers: { 'if-none-match': tags } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, `"${sha256}"`, '']);
    }
    const statements = system.takeStatements();
    expect(statements).toHaveLength(4);
    expect(statements.filter((sql) => /\bcontent\b/.test(sql))).toEqual([]);
  });

  it('says 404 for a hash that nobody sent, also to HEAD and to whoever claims to have it', async () => {
    const sha256 = sha256Of(Buffer.from('nobody sent this'));
    const get = await getEvidence(system, sha256);
    expect({ status: get.status, body: await get.json() }).toMatchObject(refusal(404, 'EVIDENCE_NOT_FOUND'));
    expect((await getEvidence(system, sha256, { method: 'HEAD' })).status).toBe(404);
    expect((await getEvidence(system, sha256, { headers: { 'if-none-match': '*' } })).status).toBe(404);
  });

  it('takes PUT, GET and HEAD, and names them to others', async () => {
    const response = await getEvidence(system, sha256Of(pdfFile()), { method: 'DELETE', role: Role.ADMIN });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, PUT']);
  });

  it('names the services that keep evidence to whoever asks another', async () => {
    expect((await putEvidence(system, pdfFile(1_000), { query: '?service=rural-security' })).status).toBe(201);
    for (const service of ['geography', 'attainment', '', '__proto__']) {
      const refused = await putEvidence(system, pdfFile(1_001), { query: `?service=${service}` });
      expect(refused).toMatchObject(refusal(400, 'BAD_USER_INPUT'));
      expect(refused.body.errors[0].message).toBe(
        `service: "${service}" – those that keep evidence: rural-security, model-ward.`,
      );
    }
  });
});

describe('whoever may', () => {
  it.each([Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY, Role.ADMIN])(
    'send evidence includes %s',
    async (role) => {
      const file = pdfFile(1_100 + role.length);
      expect((await putEvidence(system, file, { role })).status).toBe(201);
      expect((await getEvidence(system, sha256Of(file), { role })).status).toBe(200);
    },
  );

  it.each([Role.PUBLIC, Role.VIEWER, Role.AUDITOR])('send evidence does not include %s', async (role) => {
    const file = pdfFile(1_200 + role.length);
    expect(await putEvidence(system, file, { role })).toMatchObject(refusal(403, 'FORBIDDEN'));
    expect(await rowsOf(sha256Of(file))).toEqual([]);
  });

  it('read evidence does not include the public, which does not learn what is there either', async () => {
    const file = pdfFile(1_300);
    await putEvidence(system, file);
    for (const sha256 of [sha256Of(file), sha256Of(Buffer.from('nobody sent this'))]) {
      expect((await getEvidence(system, sha256, { role: Role.PUBLIC })).status).toBe(403);
      expect((await getEvidence(system, sha256, { role: Role.AUDITOR })).status).not.toBe(403);
    }
    const headers = { authorization: 'Bearer x.y.z' };
    expect((await getEvidence(system, sha256Of(file), { headers })).status).toBe(401);
  });
});

describe('the store', () => {
  it('tells which hashes are there, also to the transaction that has just put one in', async () => {
    const { appUrl } = system.database.urlsOf(RURAL_SECURITY_ROLES);
    const database = await Database.connect({ url: appUrl, schema: RURAL_SECURITY_ROLES.schema });
    try {
      const store = new EvidenceStore(database);
      const [kept, never] = [sha256Of(pdfFile(1_500)), sha256Of(Buffer.from('nobody sent this'))];
      expect(await store.put(SYSTEM, kept, PDF, pdfFile(1_500))).toBe(true);
      expect(await store.put(SYSTEM, kept, PDF, pdfFile(1_500))).toBe(false);
      expect(await store.exist(SYSTEM, [kept, never, kept])).toEqual(new Set([kept]));
      expect(await store.exist(SYSTEM, [])).toEqual(new Set());
      expect(await database.write(SYSTEM, (tx) => store.exist(tx, [never, kept]))).toEqual(new Set([kept]));
      expect(await store.find(SYSTEM, never)).toBeNull();
    } finally {
      await database.close();
    }
  });
});

describe('services as processes of their own', () => {
  let services: Services;
  let internalKey: string;
  beforeAll(async () => {
    const database = await openTestDatabase('real');
    internalKey = database.secrets.internalKey;
    const dataDir = process.env.TIEUCHI_TEST_DATA as string;
    const place = { dataDir, databaseUrl: database.adminUrl, host: '127.0.0.1', port: 0 };
    services = await startServicesOnPlace(
      { ...place, demonstration: null, logLevel: 'fatal' },
      database.secrets,
      database,
    );
  }, 60_000);
  afterAll(() => services.stop());

  it('keep and give the same bytes with the same headers as in one process', async () => {
    const file = pdfFile(10_000_000, 2);
    for (const status of [201, 200]) {
      const far = await putEvidence(services, file, { type: PDF });
      expect(far).toEqual(await putEvidence(system, file, { type: PDF }));
      expect(far.status).toBe(status);
    }
    for (const method of ['GET', 'HEAD']) {
      const far = await getEvidence(services, sha256Of(file), { method });
      const near = await getEvidence(system, sha256Of(file), { method });
      expect(told(far)).toEqual(told(near));
      expect((await bytesOf(far)).equals(await bytesOf(near))).toBe(true);
    }
  }, 60_000);

  it('refuse in the same words', async () => {
    for (const said of [{ sha256: sha256Of(pdfFile()) }, { type: PNG }, { role: Role.VIEWER }]) {
      const far = await putEvidence(services, pdfFile(1_600), said);
      expect(far.body.errors).toHaveLength(1);
      expect(far).toEqual(await putEvidence(system, pdfFile(1_600), said));
    }
    const nothing = sha256Of(Buffer.from('nobody sent this'));
    expect(told(await getEvidence(services, nothing))).toEqual(told(await getEvidence(system, nothing)));
  });

  it('do not take the word of the gateway for who may, and how much', async () => {
    const ask = async (role: Role, method: string, content?: Buffer) => {
      const token = await signInternalToken({ actor: { subject: 'a', role, scope: 'VN' }, asOf: null }, internalKey);
      const file = content ?? pdfFile(1_700);
      const response = await fetch(
        `${services.processes.get('rural-security')?.url}/internal/evidence/${sha256Of(file)}`,
        { method, headers: { authorization: `Bearer ${token}` }, body: content as Buffer<ArrayBuffer> | undefined },
      );
      return response.status;
    };
    expect(await ask(Role.VIEWER, 'POST', pdfFile(1_700))).toBe(403);
    expect(await ask(Role.PUBLIC, 'GET')).toBe(403);
    expect(await ask(Role.VIEWER, 'GET')).toBe(404);
    expect(await ask(Role.ADMIN, 'POST', pdfFile(10_000_001))).toBe(413);
    expect(await ask(Role.ADMIN, 'POST', pdfFile(1_700))).toBe(201);
  });

  it('leave the client its file when the one that keeps it is gone', async () => {
    await services.processes.get('rural-security')?.stop();
    const silent = await putEvidence(services, pdfFile(1_800));
    expect(silent).toMatchObject(refusal(503, 'SUBGRAPH_UNAVAILABLE'));
    expect(silent.body.errors[0].message).toBe('rural-security does not answer; nothing was stored, try again later.');
  });
});
