import { type Database, Role } from '@tieuchi/subgraph-kit';
import type { Client } from 'pg';
import { LedgerRepository } from '../../services/rural-security/src/tally/ledger.repository';
import { SecurityTallyRepository } from '../../services/rural-security/src/tally/security-tally.repository';
import { COUNTS, type Counted } from './counts-oracle';
import { TODAY } from './oracle-programme.fixture';
import type { Look } from './random-history.fixture';

const VIEWER = { subject: 'viewer', role: Role.VIEWER, scope: 'VN' };

export type Answered = Omit<Counted, 'level'>;

/** The two lines of a ledger, see the gateway's `LedgerText`; read once more here, so that it is not checked against itself. */
interface CommonText {
  readonly indicators: readonly (readonly [id: string, populations: readonly string[] | null])[];
}
interface OwnText {
  readonly tallies?: readonly (readonly [indicator: number, population: number, year: number, ...counts: number[]])[];
}

/** The tallies that are kept, each as the look at what is known now on its own map. */
export async function readKept(admin: Client, looks: readonly Look[]): Promise<Answered[]> {
  const { rows } = await admin.query<Omit<Answered, 'look'> & { countedOn: string }>(
    `select unit_id as "unitId", indicator_id as "indicatorId", population_id as "populationId", year,
       array[${COUNTS.slice(0, -1).join(', ')}, 0] as counts, counted_on::text as "countedOn" from security_tally`,
  );
  return rows.map(({ countedOn, ...row }) => ({
    ...row,
    look: looks.findIndex(({ knownOn, map }) => knownOn === null && map === countedOn),
  }));
}

/** What attainment is computed from. */
export async function readLedgers(
  database: Database,
  looks: readonly Look[],
  unitIds: readonly string[],
): Promise<Answered[]> {
  const answers = await Promise.all(
    looks.map((look) => {
      const asOf = { ...look, today: TODAY };
      return new LedgerRepository(database.asKnown(asOf), VIEWER, null).findLedgersByUnitIds(unitIds, asOf);
    }),
  );
  return answers.flatMap((rows, look) =>
    rows.flatMap(({ unitId, ledger }) => {
      const [common, own] = ledger.split('\n').map((line) => JSON.parse(line)) as [CommonText, OwnText];
      return (own.tallies ?? []).map(([indicator, population, year, ...counts]) => {
        const [indicatorId, populations] = common.indicators[indicator] as (typeof common.indicators)[number];
        // a ledger's counts end at the last that is not 0
        const whole = COUNTS.map((_, place) => counts[place] ?? 0);
        return { look, unitId, indicatorId, populationId: populations?.[population] ?? '', year, counts: whole };
      });
    }),
  );
}

export interface SeriesQuestion {
  readonly indicatorId: string;
  readonly year: number;
  /** The place of the look. */
  readonly look: number;
}

/** The counts that clients see. */
export async function readTallies(
  database: Database,
  looks: readonly Look[],
  unitIds: readonly string[],
  questions: readonly SeriesQuestion[],
): Promise<Answered[]> {
  const answers = await Promise.all(
    questions.map(async (question) => {
      const asOf = { ...(looks[question.look] as Look), today: TODAY };
      const tallies = new SecurityTallyRepository(database.asKnown(asOf), VIEWER);
      const rows = await tallies.findTalliesByUnitIds(unitIds, question, asOf);
      return rows.map(({ unitId, population, total, met, notMet, unknown, unplaced, selfAssessedMet }) => {
        const counts = [total, met, notMet, unknown, selfAssessedMet ?? Number.NaN, unplaced];
        return { ...question, unitId, populationId: population, counts };
      });
    }),
  );
  return answers.flat();
}
