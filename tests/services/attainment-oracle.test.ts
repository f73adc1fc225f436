import { Client } from 'pg';
import { computeAttainment } from '../../gateway/src/attainment/compute-attainment';
import type { Target } from '../../gateway/src/attainment/target';
import { ATTAINMENT_SQL, type Decided, decideBySql } from '../oracle/attainment-oracle';
import { type DrawnUnit, drawUnits } from '../oracle/random-units.fixture';

const UNITS = Number(process.env.TIEUCHI_ORACLE_UNITS ?? 10_000);
const SEED = Number(process.env.TIEUCHI_ORACLE_SEED ?? Date.now() % 2 ** 31);

const units = drawUnits(UNITS, SEED);
/** The same in every run: a planted fault is seen or not, and never now and then. */
const FIXED_UNITS = drawUnits(3_000, 926);

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: process.env.TIEUCHI_TEST_SERVER });
  await client.connect();
});
afterAll(() => client.end());

function targetOf({ percent, due, baselineYear }: DrawnUnit): Target | null {
  if (percent === null) return null;
  return { percent, due, baselineYear, source: '', version: '', inherited: false, direction: 'AT_LEAST' };
}

/** What the gateway decides; null where it has no answer. */
function decide(unit: DrawnUnit): Decided | null {
  const series = new Map(
    unit.years.map(({ year, ...counts }) => {
      const total = counts.met + counts.notMet + counts.unknown;
      return [year, { ...counts, total, unknownByReason: {}, selfAssessedMet: 0, countedOn: '2025-06-30' }];
    }),
  );
  const { year, today } = unit;
  const attainment = computeAttainment({ year, today, series, target: targetOf(unit) });
  if (attainment === null) return null;
  return {
    requiredCount: attainment.requiredCount,
    allowance: attainment.allowance,
    surplus: attainment.surplus,
    shortfall: attainment.shortfall,
    shortfallIfUnknownsPass: attainment.shortfallIfUnknownsPass,
    verdict: attainment.verdict,
    duePassed: attainment.duePassed,
    paceStatus: attainment.paceStatus,
    attainedInYear: attainment.attainedInYear,
    unitsPerYear: attainment.pace()?.unitsPerYear ?? null,
    willAttain: attainment.projection()?.willAttain ?? null,
  };
}

/** In lines for people, the shortest first: nobody shrinks what one statement answers. */
async function differences(asked: readonly DrawnUnit[], sql?: string): Promise<string[]> {
  const bySql = await decideBySql(client, asked, sql);
  const lines = asked.flatMap((unit, place) => {
    const [ours, theirs] = [decide(unit), bySql.get(place) ?? null];
    const names = Object.keys({ ...ours, ...theirs }) as (keyof Decided)[];
    const differing = names.filter((name) => ours?.[name] !== theirs?.[name]);
    const said = differing.map((name) => `${name} is ${ours?.[name]} and by SQL ${theirs?.[name]}`);
    return differing.length === 0 ? [] : [`${said.join(', ')} for ${JSON.stringify(unit)}`];
  });
  return lines.sort((a, b) => a.length - b.length);
}

const WORDS = [
  ...['undefined', 'NO_TARGET', 'NOT_APPLICABLE', 'NO_DATA', 'ATTAINED', 'NOT_ATTAINED', 'UNDECIDED'].map(
    (verdict) => `verdict ${verdict}`,
  ),
  ...['null', 'ATTAINED', 'LOST', 'MISSED', 'UNKNOWN', 'ON_TRACK', 'BEHIND', 'FAR_BEHIND', 'REGRESSING'].map(
    (pace) => `pace ${pace}`,
  ),
  ...['null', 'YES', 'NO', 'UNKNOWN'].map((arrival) => `arrives ${arrival}`),
];

describe('attainment', () => {
  it(`is decided as by plain SQL for ${UNITS} random units (seed ${SEED})`, async () => {
    process.stderr.write(`attainment oracle: ${UNITS} units, seed ${SEED}\n`);
    expect((await differences(units)).slice(0, 5)).toEqual([]);
  }, 120_000);

  it('meets every verdict, pace and arrival often in the units that are drawn', () => {
    const met = new Map<string, number>();
    for (const decided of units.map(decide)) {
      const { verdict, paceStatus, willAttain } = decided ?? {};
      for (const word of [`verdict ${verdict}`, `pace ${paceStatus}`, `arrives ${willAttain}`]) {
        met.set(word, (met.get(word) ?? 0) + 1);
      }
    }
    expect(WORDS.filter((word) => (met.get(word) ?? 0) < UNITS / 200)).toEqual([]);
  });

  it.each([
    ['a target rounded down', '(asked * total % 10000 > 0)::int', '0'],
    ['a target that must be passed', 'met * 10000 >= asked', 'met * 10000 > asked'],
    ['unknowns that fail', '(met + unknown) * 10000 < asked', 'met * 10000 < asked'],
    ['a due day that is over as it begins', 'and u.today > u.due as', 'and u.today >= u.due as'],
    [
      'a year before the due year that is missed',
      "when n.verdict = 'NOT_ATTAINED' and u.year >= u.due_year",
      "when n.verdict = 'NOT_ATTAINED'",
    ],
    ['a target lost from another origin', 'and p.origin = n.origin and', 'and'],
    ['the first year of attaining for the latest', 'max(p.year)', 'min(p.year)'],
    ['a mix of origins as one series', "and n.origin = b.origin and n.origin <> 'MIXED'", 'and n.origin = b.origin'],
    ['a baseline at the target that has a pace', 'when needed <= 0', 'when needed < 0'],
    ['who is exactly on the line as behind it', 'when observed >= needed', 'when observed > needed'],
    ['who is exactly half as fast as far behind', 'when 2 * observed >= needed', 'when 2 * observed > needed'],
    ['who stands still as falling back', 'when observed >= 0', 'when observed > 0'],
    ['a pace of one outcome alone', 'generate_series(0, unknown)', 'generate_series(0, 0)'],
    ['a pace of one outcome of the baseline alone', 'generate_series(0, base_unknown)', 'generate_series(0, 0)'],
    ['units a year rounded down', 'due_year - year - 1)::int', '0)::int'],
  ])('would be seen to differ by SQL that takes %s', async (_, text, replacement) => {
    expect(ATTAINMENT_SQL.split(text)).toHaveLength(2);
    const found = await differences(FIXED_UNITS, ATTAINMENT_SQL.replace(text, replacement));
    expect(found).not.toEqual([]);
  });
});
