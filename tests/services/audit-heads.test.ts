import { createHash, createPublicKey, verify } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODEL_WARD_ROLES } from '@tieuchi/model-ward';
import {
  type AuditHead,
  type AuditKeeper,
  type AuditKeeperOptions,
  Database,
  dayInVietnam,
  type Logger,
  recordAct,
  StartError,
  SYSTEM,
  startAuditKeeper,
} from '@tieuchi/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';

const DAY_MS = 86_400_000;
const TODAY = dayInVietnam(new Date());

let place: TestDatabase;
let database: Database;
let directory: string;
let said: { level: string; message: string; day?: string }[];
let acts = 0;
beforeEach(async () => {
  place = await openTestDatabase('real');
  database = await connect();
  directory = mkdtempSync(join(tmpdir(), 'tieuchi-heads-'));
  said = [];
}, 60_000);
afterEach(async () => {
  await database.close();
  await place.stop();
  rmSync(directory, { recursive: true, force: true });
});

function connect(): Promise<Database> {
  return Database.connect({ url: place.urlsOf(MODEL_WARD_ROLES).appUrl, schema: 'model_ward', poolSize: 2 });
}

function keep(more: Partial<AuditKeeperOptions> = {}): AuditKeeper {
  const say =
    (level: string) =>
    (first: object | string, message = `${first}`) =>
      said.push({ ...(typeof first === 'object' && first), level, message });
  const logger = { warn: say('warn'), error: say('error') } as unknown as Logger;
  return startAuditKeeper(database, { service: 'model_ward', directory, logger, ...more });
}

/** One entry, of another name each time. */
async function act(): Promise<void> {
  acts += 1;
  await recordAct(database, SYSTEM, { action: 'READ', what: `something/${acts}` });
}

const headFile = () => join(directory, 'audit-heads.jsonl');
const linesOf = () => readFileSync(headFile(), 'utf8').trimEnd().split('\n');
const headsOf = (): AuditHead[] => linesOf().map((line) => JSON.parse(line));
const end = async () => {
  const [row] = await place.query<{ position: string; hash: string }>(
    `select position, encode(hash, 'hex') as hash from model_ward.audit_seal order by position desc limit 1`,
  );
  return { position: Number(row?.position), hash: row?.hash };
};

describe('the head of an audit', () => {
  it('is signed when its day is over, and not before, and once', async () => {
    let now = Date.now();
    const keeper = keep({ now: () => new Date(now) });
    await act();
    await until('the seal', async () => (await end()).position > 0);
    expect(() => headsOf()).toThrow('ENOENT');
    now += DAY_MS;
    await until('the head', async () => statSync(headFile(), { throwIfNoEntry: false })?.isFile() === true);
    const closed = await end();
    await until('another look', async () => headsOf().length > 0);
    await keeper.stop();
    expect(headsOf()).toMatchObject([{ kind: 'DAY', day: TODAY, service: 'model_ward', ...closed }]);
    const again = keep({ now: () => new Date(now) });
    await again.stop();
    expect(headsOf()).toHaveLength(1);
  });

  it('is signed when the service ends, and not again where nothing came after it', async () => {
    await act();
    await keep().stop();
    expect(headsOf()).toMatchObject([{ kind: 'STOP', day: TODAY, ...(await end()) }]);
    await keep().stop();
    expect(headsOf()).toHaveLength(1);
    await act();
    await keep().stop();
    expect(headsOf()).toMatchObject([{ kind: 'STOP' }, { kind: 'STOP', ...(await end()) }]);
  });

  it('is signed with a key that only its owner can read, over the text that docs/audit.md states', async () => {
    await act();
    await keep().stop();
    expect(statSync(join(directory, 'audit-key.pem')).mode & 0o777).toBe(0o600);
    const key = createPublicKey(readFileSync(join(directory, 'audit-public-key.pem')));
    const [head] = headsOf() as [AuditHead];
    const { signature, ...signed } = head;
    const text = Object.values(signed)
      .map((value) => `${Buffer.byteLength(String(value))}:${value},`)
      .join('');
    // the fields of the text stand in the order of the line
    expect(verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, Buffer.from(`${text} `), key, Buffer.from(signature, 'base64'))).toBe(false);
  });

  it('stays readable after a line that a crash cut off', async () => {
    await act();
    await keep().stop();
    appendFileSync(headFile(), '{"format":"tieuchi/au');
    await act();
    await keep().stop();
    expect(linesOf()).toHaveLength(3);
    expect(JSON.parse(linesOf()[2] as string)).toMatchObject({ kind: 'STOP', ...(await end()) });
  });

  it('that the database does not bear out is told of loudly at the start, and signing goes on', async () => {
    await act();
    await keep().stop();
    const [head] = headsOf() as [AuditHead];
    writeFileSync(headFile(), `${JSON.stringify({ ...head, position: head.position + 50 })}\n`);
    await act();
    await keep().stop();
    expect(said).toMatchObject([
      { level: 'error', message: expect.stringContaining('not the one that was signed'), day: TODAY },
    ]);
    expect(headsOf()).toMatchObject([{ position: head.position + 50 }, { ...(await end()) }]);
  });
});

describe('a service without a folder for its heads', () => {
  it('says so loudly, and seals all the same', async () => {
    await act();
    await keep({ directory: undefined }).stop();
    expect(said).toMatchObject([{ level: 'warn', message: expect.stringContaining('TIEUCHI_AUDIT_DIR') }]);
    expect((await end()).position).toBeGreaterThan(0);
  });

  it('does not start with one that it cannot write, and says what to do', () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    expect(() => keep({ directory: file })).toThrow(StartError);
    expect(() => keep({ directory: file })).toThrow(/the audit's folder .*a-file cannot be used \(EEXIST\)/);
  });
});

describe('the sealer', () => {
  it('says once that it fails, goes on, and seals what came meanwhile', async () => {
    const keeper = keep();
    await place.query('alter function model_ward.seal_entries(integer) rename to seal_nothing');
    await until('the fault', async () => said.length > 0);
    await act();
    // longer than two looks
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(said).toMatchObject([{ level: 'error', message: expect.stringContaining('was not sealed') }]);
    await place.query('alter function model_ward.seal_nothing(integer) rename to seal_entries');
    await until('the seal', async () => {
      const [row] = await place.query<{ waiting: number }>(
        'select count(*)::int as waiting from model_ward.audit_unsealed',
      );
      return row?.waiting === 0;
    });
    await keeper.stop();
  });

  it('works under the role of the audit, and leaves the application none of its rights', async () => {
    const statements = [
      `insert into audit_seal values (1000, 1000, sha256('x'), now())`,
      'update audit_seal set position = position',
      'delete from audit_seal',
      'delete from audit_unsealed',
      'insert into audit_unsealed values (1)',
      'truncate audit_seal',
    ];
    for (const sql of statements) {
      const code = await database.write(SYSTEM, (tx) => tx.query(sql)).catch((error: { code: string }) => error.code);
      expect([sql, code]).toEqual([sql, '42501']);
    }
    const owner = await Database.connect({ url: place.urlsOf(MODEL_WARD_ROLES).ownerUrl, schema: 'model_ward' });
    for (const sql of ['update audit_seal set position = 1', 'delete from audit_seal', 'truncate audit_seal']) {
      await expect(owner.write(SYSTEM, (tx) => tx.query(sql))).rejects.toMatchObject({ code: 'TC001' });
    }
    await owner.close();
  });

  it('begins its chain with the service and the installation, and links each seal to the one before', async () => {
    await act();
    await act();
    await keep().stop();
    const rows = await place.query<{ hash: Buffer; text: string; genesis: string }>(
      `select s.hash, model_ward.audit_text(s.position, s.sealed_at, e) as text,
         'tieuchi/audit/1 model_ward ' || (select id from model_ward.installation) as genesis
       from model_ward.audit_seal s join model_ward.audit_entry e on e.id = s.entry_id order by s.position`,
    );
    const sha256 = (...parts: (string | Buffer)[]) =>
      parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
    let before = sha256(rows[0]?.genesis as string);
    for (const { hash, text } of rows) {
      before = sha256(before, text);
      expect(hash.equals(before)).toBe(true);
    }
    expect(rows.length).toBeGreaterThan(1);
  });
});
