import { type Standalone, startOnPlace } from '@tieuchi/standalone';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { askGraphql } from '../support/test-system';

/** Takes away what came with scorecards, as a database of the version before has it. */
const BEFORE_SCORECARDS = `
  drop table model_ward.ward_evidence, model_ward.evidence;
  drop index model_ward.pilot_ward_by_ward;
  alter table model_ward.pilot_ward drop column version, drop column year, drop column self_items,
    drop column appraised_items, drop column self_printed_met, drop column appraised_printed_met,
    drop column self_scored_on, drop column self_scored_by, drop column entered_for, drop column appraised_on,
    drop column appraised_by, drop column proposed_on, drop column issuer, drop column reason,
    drop column earlier_recognitions;
  alter table model_ward.quota_rule drop column counted_by, drop column validity_years, drop column counted_on,
    drop column not_known;
  alter table model_ward.quota_rule_unit drop column share_percent, drop column share_of, drop column share_words;
  delete from model_ward.migration where name in
    ('Scorecards1700000000005', 'QuotaShares1700000000006', 'ScoredYear1700000000007')`;

/** A ward that was recognised for a later year and revoked since; all its scores are those of 2023. */
const RECOGNISED_AGAIN = `
  set search_path = model_ward, public;
  insert into pilot_ward (ward_id, state, registered_on, criteria_asked, appraised_met, recognised_for_year,
    decision_number, decided_on, recorded_by, recorded_from, recorded_to)
  values ('again', 'RECOGNISED', '2023-03-01', 22, 22, 2023, '1/QĐ', '2024-05-02', 'x', '2024-06-01', '2025-05-01'),
    ('again', 'RE_RECOGNISED', '2023-03-01', 22, 22, 2024, '2/QĐ', '2025-04-22', 'x', '2025-05-01', '2025-07-01'),
    ('again', 'REVOKED', '2023-03-01', 22, 22, null, '3/QĐ', '2025-06-22', 'x', '2025-07-01', '2025-08-01')`;

let database: TestDatabase;
let system: Standalone;
beforeAll(async () => {
  database = await openTestDatabase('demo');
  await database.query(RECOGNISED_AGAIN);
  for (const statement of BEFORE_SCORECARDS.split(';')) await database.query(statement);
  system = await startOnPlace(
    {
      dataDir: process.env.TIEUCHI_TEST_DATA as string,
      databaseUrl: database.adminUrl,
      host: '127.0.0.1',
      port: 0,
      demonstration: null,
      logLevel: 'fatal',
    },
    database.secrets,
    database,
  );
}, 60_000);
afterAll(() => system.stop());

describe('a database from before scorecards', () => {
  it('keeps its registrations, numbered in their order, for the year that all of them were scored for', async () => {
    const [row] = await database.query<{ wrong: number; open: number; years: number[] }>(
      `select count(*) filter (where version <> place)::int as wrong, count(*) filter (where recorded_to is null)::int as open,
         array_agg(distinct year) as years
       from (select *, row_number() over (partition by ward_id order by recorded_from) as place from model_ward.pilot_ward) w`,
    );
    expect(row).toEqual({ wrong: 0, open: 172, years: [2023] });
  });

  it('shows numbers where nothing is kept criterion by criterion, and names none as missing', async () => {
    const { data, errors } = await askGraphql(
      `${system.url}/graphql`,
      `{ quotaCheck(rule: "mps-2022-11") { held fulfilled }
         modelWards(states: [APPRAISED], first: 1) { nodes { modelWard {
           version allMet notMet criteria { number } selfScore { asked } appraisedScore { met asked scoredYear scoredOn } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.quotaCheck).toEqual({ held: 172, fulfilled: true });
    expect(data.modelWards.nodes[0].modelWard).toEqual({
      version: 3,
      allMet: false,
      notMet: [],
      criteria: [],
      selfScore: { asked: 22 },
      appraisedScore: { met: 21, asked: 22, scoredYear: 2023, scoredOn: null },
    });
  });

  it('writes no history anew, and its rows stay as they were recorded', async () => {
    const change = database.query("update model_ward.pilot_ward set reason = 'x' where recorded_to is null");
    await expect(change).rejects.toThrow('A recorded row is never changed, only closed.');
  });
});
