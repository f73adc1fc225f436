import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Role } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import { type Officer, signIn } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { until } from '../support/until';

const ROUNDS = 100;
const SAVE = `mutation Save($input: EnterAssessmentInput!) {
  saveAssessment(input: $input) { assessment { version }
    userErrors { code } } }`;

let system: TestSystem;
let officers: Officer[];
let unitCode: string;
beforeAll(async () => {
  system = await startTestSystem('real');
  const [commune] = await system.database.query<{ code: string; unit_id: string }>(
    `select code, unit_id from rural_security.register_unit_version
     where kind = 'RURAL_COMMUNE' and valid @> date '2025-06-30' order by code limit 1`,
  );
  unitCode = commune!.code;
  officers = await Promise.all(
    ['a', 'b'].map((name) =>
      signIn(system, { subject: `officer-${name}`, role: Role.COMMUNE_OFFICER, scope: commune!.unit_id }),
    ),
  );
}, 60_000);
afterAll(() => system.stop());

const save = (who: Officer, expectedVersion: number | null, explanation: string) =>
  who.ask(SAVE, {
    input: {
      unitCode,
      indicator: 'ntm-2021-2025/19.2',
      year: 2025,
      expectedVersion,
      items: [{ number: 1, verdict: 'MET', explanation }],
    },
  });

describe('two who change the same version at the same moment', () => {
  it(`are one change and one STALE_VERSION, each of ${ROUNDS} times`, async () => {
    let version: number | null = null;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const answers = await Promise.all(officers.map((one) => save(one, version, `${one.subject} ${round}`)));
      const codes = answers.map(({ data }) => data.saveAssessment.userErrors.map(({ code }: { code: string }) => code));
      expect(codes.sort((a, b) => a.length - b.length)).toEqual([[], ['STALE_VERSION']]);
      version = round;
      const versions = answers.map(({ data }) => data.saveAssessment.assessment?.version);
      expect(versions.filter((one) => one !== undefined)).toEqual([round]);
    }
  }, 120_000);
});

describe('a lock that is held three times as long as a statement may take', () => {
  it('fails who waits for it with a code, leaves readers alone, and nothing behind', async () => {
    const blocker = new Client({ connectionString: system.database.adminUrl });
    await blocker.connect();
    await blocker.query('begin; lock table rural_security.document in share row exclusive mode');
    const began = Date.now();
    const RECORD = `mutation Record($input: DocumentInput!) {
      recordDocument(input: $input) { document { id } userErrors { code } } }`;
    const input = { number: 'L-1', issuedOn: '2026-01-15', issuer: 'Công an xã', title: 'Biên bản' };
    const waiting = (officers[0] as Officer).ask(RECORD, { input });
    await until('the writer to wait', async () => {
      const rows = await system.database.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows.length > 0;
    });
    expect((await system.ask('{ documents(first: 1) { edges { node { number } } } }')).errors).toBeUndefined();
    const answer = await waiting;
    expect(answer.data.recordDocument).toEqual({ document: null, userErrors: [{ code: 'QUERY_TOO_COMPLEX' }] });
    expect(Date.now() - began).toBeLessThan(10_000);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 12_000 - (Date.now() - began))));
    await blocker.query('commit');
    await blocker.end();
    expect(await system.database.query("select from rural_security.document where number = 'L-1'")).toEqual([]);
    const again = await (officers[0] as Officer).ask(RECORD, { input });
    expect(again.data.recordDocument.userErrors).toEqual([]);
  }, 60_000);
});

describe('a database that takes no more connections', () => {
  it('is told of in words, and answers again when it does', async () => {
    const { pathname } = new URL(system.database.adminUrl);
    const role = new URL(system.database.urlsOf(RURAL_SECURITY_ROLES).appUrl).username;
    const asked = '{ documents(first: 1) { edges { node { number } } } }';
    await system.database.query(`alter database ${pathname.slice(1)} connection limit 0`);
    try {
      await system.database.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = current_database()',
        [role],
      );
      const answer = await system.ask(asked);
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['DATABASE_UNAVAILABLE']);
      expect(answer.text).not.toMatch(/too many connections|rural_security|127\.0\.0\.1/);
    } finally {
      await system.database.query(`alter database ${pathname.slice(1)} connection limit -1`);
    }
    await until('an answer', async () => (await system.ask(asked)).errors === undefined);
  }, 60_000);
});
