import { Writable } from 'node:stream';
import { Role } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import { run } from '../../clients/cli/src/program';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';

const SERIES = "indicator_id = 'ntm-2021-2025/19.2' and population_id = 'ALL_COMMUNES' and year = 2025";
const COUNTS =
  'countedOn total met notMet inDraft awaitingAppraisal returned itemUnknown noComparableYear selfAssessedMet';
const CHECK = `{ tallyCheck { compared differingCount
  differing { unitId indicator population year kept { ${COUNTS} } counted { ${COUNTS} } } } }`;
const RECOUNT = 'mutation { recountTallies { counted userErrors { code message } } }';

let system: TestSystem;
let ministry: Officer;
beforeAll(async () => {
  system = await startTestSystem('real');
  ministry = await signIn(system, { subject: 'ministry', role: Role.MINISTRY, scope: 'VN' });
}, 60_000);
afterAll(() => system.stop());

const check = async () => {
  const { data, errors } = await ministry.ask(CHECK);
  expect(errors).toBeUndefined();
  return data.tallyCheck;
};
/** As the superuser, past the one role that may count. */
const falsify = (sql: string) =>
  system.database.query(sql.replaceAll('security_tally', 'rural_security.security_tally'));
const kept = async () => {
  const [row] = await system.database.query<{ count: number }>(
    'select count(*)::int as count from rural_security.security_tally',
  );
  return (row as { count: number }).count;
};

async function tieuchi(...options: string[]): Promise<{ code: number; out: string[]; err: string }> {
  const written = { out: '', err: '' };
  const into = (stream: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        written[stream] += chunk;
        done();
      },
    });
  const argv = ['node', 'tieuchi', '--url', system.url, 'tallies', 'check', ...options];
  const code = await run(argv, {}, into('out'), into('err'));
  return { code, out: written.out.trim().split('\n'), err: written.err };
}
const asMinistry = (...options: string[]) => tieuchi(...options, '--token', ministry.token);

describe('a check of the tallies', () => {
  it('compares every one that is kept and finds nothing where nobody meddled, with one statement', async () => {
    system.takeStatements();
    expect(await check()).toEqual({ compared: await kept(), differingCount: 0, differing: [] });
    expect(system.takeStatements()).toHaveLength(1);
  });

  it('sees what a transaction writes on both sides at once, and not before it ends', async () => {
    const officer = new Client({
      connectionString: system.database.adminUrl,
      options: '-c search_path=rural_security',
    });
    await officer.connect();
    await officer.query(
      `begin; set local app.actor = 'officer';
       insert into assessment (unit_id, indicator_id, year, state, verdict, unknown_reason)
       select unit_id, 'ntm-2021-2025/19.2', 2025, 'DRAFT', 'UNKNOWN', 'IN_DRAFT' from register_unit_version
       where kind = 'RURAL_COMMUNE' and valid @> date '2025-06-30' limit 1`,
    );
    expect((await check()).differingCount).toBe(0);
    await officer.query('commit');
    await officer.end();
    expect((await check()).differingCount).toBe(0);
  });

  it('names a count that was changed, a tally that is missing and one that nothing is in', async () => {
    await falsify(`update security_tally set met = 7 where unit_id = 'VN' and ${SERIES}`);
    const gone = await unitIdOf(system, 'PROVINCE', '19', '2025-06-30');
    await falsify(`delete from security_tally where unit_id = '${gone}' and ${SERIES}`);
    await falsify(
      `insert into security_tally (unit_id, level, indicator_id, population_id, year, counted_on, total)
       select 'nowhere', level, indicator_id, population_id, year, counted_on, total from security_tally
       where unit_id = 'VN' and ${SERIES}`,
    );
    const { compared, differingCount, differing } = await check();
    expect({ compared, differingCount }).toEqual({ compared: (await kept()) + 1, differingCount: 3 });
    const series = { indicator: 'ntm-2021-2025/19.2', population: 'ALL_COMMUNES', year: 2025 };
    expect(differing).toContainEqual({
      ...series,
      unitId: 'VN',
      kept: expect.objectContaining({ met: 7, total: 7_692, inDraft: 1 }),
      counted: expect.objectContaining({ met: 0, total: 7_692, inDraft: 1, countedOn: '2025-06-30' }),
    });
    expect(differing).toContainEqual({ ...series, unitId: gone, kept: null, counted: expect.anything() });
    expect(differing).toContainEqual({ ...series, unitId: 'nowhere', kept: expect.anything(), counted: null });
  });

  it('ends with 1 on the command line while something differs, and says what', async () => {
    const { code, out } = await asMinistry();
    expect(code).toBe(1);
    expect(out).toContain('VN ntm-2021-2025/19.2 ALL_COMMUNES 2025: met 7 kept, 0 counted');
    expect(out).toContain('nowhere ntm-2021-2025/19.2 ALL_COMMUNES 2025: kept, but no unit of the population is in it');
    expect(out.at(-1)).toMatch(/^\d+ tallies compared, 3 of them differ from their count\.$/);
  });

  it('mends on request, after which nothing differs and nothing is mended again', async () => {
    const mended = await asMinistry('--mend');
    expect(mended.code).toBe(0);
    expect(mended.out).toContain(`Counted anew: ${await kept()} tallies.`);
    expect(mended.out.at(-1)).toContain(' 0 of them differ');
    expect(await check()).toMatchObject({ compared: await kept(), differingCount: 0 });
    expect((await asMinistry('--mend')).out).toHaveLength(1);
  });

  it('shows twenty of many and says how many there are', async () => {
    await falsify(`update security_tally set returned = 1, total = total + 1 where level = 'PROVINCE' and ${SERIES}`);
    const { differingCount, differing } = await check();
    expect([differingCount, differing.length]).toEqual([63, 20]);
    expect((await asMinistry()).out).toContain('… and 43 more');
    const { data } = await ministry.ask(RECOUNT);
    expect(data.recountTallies).toEqual({ counted: await kept(), userErrors: [] });
    expect((await check()).differingCount).toBe(0);
  });
});

describe('who does not keep the tallies of the whole country', () => {
  const others = Object.values(Role).filter((role) => role !== Role.MINISTRY && role !== Role.ADMIN);

  it.each(others)('is refused as %s, and counts nothing anew', async (role) => {
    const somebody = await signIn(system, { subject: 's', role, scope: 'VN' });
    const { data, errors } = await somebody.ask(CHECK);
    expect([data.tallyCheck, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
    const recount = await somebody.ask(RECOUNT);
    expect([recount.data, recount.errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('is refused as the ministry’s role in a province', async () => {
    const scope = await unitIdOf(system, 'PROVINCE', '19', '2025-06-30');
    const somebody = await signIn(system, { subject: 's', role: Role.MINISTRY, scope });
    expect((await somebody.ask(CHECK)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is told so on the command line, with 2 for what could not be answered', async () => {
    const { code, out, err } = await tieuchi();
    expect([code, out]).toEqual([2, ['']]);
    expect(err).toMatch(/MINISTRY, ADMIN.*--token/);
  });
});
