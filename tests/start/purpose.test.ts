import { ask, DEMONSTRATION_STANDING, STANDING } from './ask';
import { query, StartFixture, superuserUrl } from './start-fixture';

const fixture = new StartFixture();

beforeAll(async () => {
  await fixture.prepare();
}, 180_000);
afterEach(() => fixture.expectNoTraces());
afterAll(() => fixture.cleanUp(), 60_000);

const PURPOSES = `select s.schema, s.demonstration, s.created_at::text from (
    select 'geography' as schema, * from geography.installation
    union all select 'rural_security', * from rural_security.installation
    union all select 'model_ward', * from model_ward.installation) s order by 1`;

const NO_DATA = {
  country: { attainment: { met: 0, notMet: 0, unknown: 7_692, total: 7_692, verdict: 'NO_DATA', origin: 'RECORDED' } },
};

/** One rural commune of that map, whichever. */
async function communeQuestion(folder: string): Promise<string> {
  const [commune] = await query<{ code: string }>(
    superuserUrl(folder),
    `select code from rural_security.register_unit_version
     where kind = 'RURAL_COMMUNE' and valid @> date '2025-06-30' order by code limit 1`,
  );
  return `query Commune @asOf(map: "2025-06-30") {
    commune(code: "${commune?.code}") {
      assessment(indicator: "ntm-2021-2025/19.2", year: 2025) { state verdict unknownReason origin }
    }
  }`;
}

describe('what a data folder is for', () => {
  it('stays demonstration when --no-demo is asked for, in one line, and nothing changes', async () => {
    const folder = await fixture.demonstrationFolder();
    const before = fixture.start({ folder });
    await before.ready();
    const purposes = await query(superuserUrl(folder), PURPOSES);
    await before.stop();

    const refused = fixture.start({ folder, by: 'npm', args: ['--no-demo'] });
    expect((await refused.ending()).code).toBe(1);
    await refused.gone();
    // npm may warn about its own configuration
    expect(
      refused.errors
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('npm warn')),
    ).toEqual([
      'tieuchi: this database was begun for demonstration and holds synthetic data' +
        ' – start without --no-demo, or choose another place with TIEUCHI_DATA_DIR or DATABASE_URL',
    ]);

    const after = fixture.start({ folder, args: ['--demo'] });
    expect((await ask(await after.ready(), STANDING)).data).toEqual(DEMONSTRATION_STANDING);
    expect(await query(superuserUrl(folder), PURPOSES)).toEqual(purposes);
    await after.stop();
  }, 120_000);

  it('is real data for ever when it began with --no-demo', async () => {
    const folder = fixture.newFolder();
    const first = fixture.start({ folder, by: 'npm', args: ['--no-demo'] });
    const url = await first.ready();
    expect(first.said()).not.toMatch(/MÔ PHỎNG|demonstration data/);
    expect((await ask(url, STANDING)).data).toEqual(NO_DATA);
    expect((await ask(url, await communeQuestion(folder))).data.commune.assessment).toEqual({
      state: 'NOT_STARTED',
      verdict: 'UNKNOWN',
      unknownReason: 'NOT_STARTED',
      origin: 'RECORDED',
    });
    const rows = `select (select count(*)::int from rural_security.assessment) as assessments,
      (select count(*)::int from model_ward.pilot_ward) as wards`;
    expect(await query(superuserUrl(folder), rows)).toEqual([{ assessments: 0, wards: 0 }]);
    // without statistics PostgreSQL counts 2,000 assessments in seconds instead of a tenth; its own come a minute later
    const statistics = `select distinct tablename from pg_stats
      where schemaname = 'rural_security' and tablename = 'register_unit_version'`;
    expect(await query(superuserUrl(folder), statistics)).toHaveLength(1);
    await first.stop();

    expect(await fixture.refusal({ folder, args: ['--demo'] })).toBe(
      'tieuchi: this database was begun for real data and takes no demonstration data' +
        ' – start without --demo, or choose another place with TIEUCHI_DATA_DIR or DATABASE_URL',
    );

    const plain = fixture.start({ folder });
    expect((await ask(await plain.ready(), STANDING)).data).toEqual(NO_DATA);
    expect(plain.said()).not.toMatch(/MÔ PHỎNG|demonstration data/);
    expect(await query(superuserUrl(folder), rows)).toEqual([{ assessments: 0, wards: 0 }]);
    await plain.stop();
  }, 180_000);
});
