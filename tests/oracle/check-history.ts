import { SYSTEM } from '@tieuchi/subgraph-kit';
import type { VersionRow } from '../services/lineage-oracle';
import { type Counted, countFromRows, findGaps } from './counts-oracle';
import type { HistoryStage } from './history-stage';
import { COMMUNES, COUNTED_ON, DISTRICTS } from './oracle-programme.fixture';
import type { AssessmentHistory } from './random-history.fixture';
import { type Answered, readKept, readLedgers, readTallies, type SeriesQuestion } from './service-answers';

/**
 * Plays a history and compares whatever the service answers with the oracle, at the end of every day and now.
 * @returns what differs, in lines for people; nothing where all is equal
 */
export async function differencesIn(history: AssessmentHistory, stage: HistoryStage): Promise<string[]> {
  const { admin, database } = stage;
  const { looks, register } = history;
  await stage.play(history);
  const units = new Map(register.versions.map((version) => [version.unitId, version]));
  const rows = await countFromRows(admin, looks);
  for (const { counts } of rows) for (const [place, count] of counts.entries()) stage.reached[place]! += count;
  const isCurrent = ({ look, year }: Counted) => looks[look]?.knownOn === null && looks[look].map === dayOf(year);
  const aboveCommunes = rows.filter(({ level }) => level !== 'COMMUNE');
  const isFollowed = (row: Answered) => isOracles(row, units, history);
  const questions = questionsOf(history);
  const isAsked = (row: Counted) =>
    questions.some((one) => one.look === row.look && one.indicatorId === row.indicatorId && one.year === row.year);
  const [kept, ledgers, tallies] = await Promise.all([
    readKept(admin, looks),
    readLedgers(database, looks, [...units.keys()]),
    readTallies(database, looks, [...units.keys()], questions),
  ]);
  return [
    ...differing('kept', aboveCommunes.filter(isCurrent), kept),
    ...differing('ledger', aboveCommunes, ledgers.filter(isFollowed)),
    ...differing('securityTallies', rows.filter(isAsked).map(asPublished), tallies.filter(isFollowed)),
    ...(await findGaps(admin, looks)).map((gap) => `not one open row: ${JSON.stringify(gap)}`),
    ...(await changedByRecount(stage)),
  ];
}

/** Of the series that clients ask for one by one, a few: the ledgers answer all of them. */
function questionsOf({ looks, swapAfter }: AssessmentHistory): SeriesQuestion[] {
  const years = Object.keys(COUNTED_ON).map(Number);
  const places = [...looks.keys()].filter((look) => look % 3 === swapAfter % 3);
  const indicatorId = swapAfter % 4 === 0 ? DISTRICTS : COMMUNES;
  return places.map((look) => ({ look, indicatorId, year: years[look % 2] as number }));
}

function dayOf(year: number): string {
  return COUNTED_ON[year as keyof typeof COUNTED_ON];
}

/** Off its own map the oracle follows communes, and groups them in provinces and the country. */
function isOracles(
  { look, unitId, indicatorId, year }: Answered,
  units: ReadonlyMap<string, VersionRow>,
  { looks }: AssessmentHistory,
): boolean {
  return looks[look]?.map === dayOf(year) || (indicatorId === COMMUNES && units.get(unitId)?.level !== 'DISTRICT');
}

function asPublished({ counts, ...row }: Counted): Counted {
  const [total = 0, met = 0, notMet = 0] = counts;
  return { ...row, counts: [total, met, notMet, total - met - notMet, ...counts.slice(-2)] };
}

function differing(source: string, expected: readonly Answered[], answered: readonly Answered[]): string[] {
  const counted = lines(expected);
  const said = lines(answered);
  return [
    ...[...counted].filter((line) => !said.has(line)).map((line) => `${source} lacks ${line}`),
    ...[...said].filter((line) => !counted.has(line)).map((line) => `${source} says ${line}`),
  ];
}

/** A unit that nothing is in may be said to have nothing, or left out. */
function lines(rows: readonly Answered[]): Set<string> {
  const filled = rows.filter(({ counts }) => counts.some((count) => count !== 0));
  return new Set(
    filled.map(
      ({ look, unitId, indicatorId, populationId, year, counts }) =>
        `look ${look}: ${unitId} ${indicatorId} ${populationId} ${year} = ${counts.join(' ')}`,
    ),
  );
}

async function changedByRecount({ admin, database }: HistoryStage): Promise<string[]> {
  const digest = async () => {
    const { rows } = await admin.query<{ digest: string }>(
      "select md5(string_agg(t::text, ' ' order by t::text)) as digest from security_tally t",
    );
    return rows[0]?.digest;
  };
  const before = await digest();
  await database.write(SYSTEM, (tx) => tx.query('select recount_tallies()'));
  return before === (await digest()) ? [] : ['a recount changed the tallies'];
}
