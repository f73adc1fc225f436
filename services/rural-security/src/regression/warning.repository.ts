import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from '../assessment/assessment.repository';

export interface EarlierResult {
  readonly unitId: string;
  /** The last earlier year in which the unit met. */
  readonly metInYear: number;
}

export class WarningRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** A row for each of these units that met in an earlier year; one statement. */
  findEarlierResults(unitIds: readonly string[], { indicatorId, year }: AssessmentQuestion): Promise<EarlierResult[]> {
    const { knownOn } = this.asOf;
    return this.database.read(
      this.actor,
      `select a.unit_id as "unitId", max(a.year) as "metInYear" from assessment a
       where a.unit_id = any($1) and a.indicator_id = $2 and a.year < $3 and a.verdict = 'MET'
         and case when $4::timestamptz is null then a.recorded_to is null
             else a.recorded_from < $4 and (a.recorded_to is null or a.recorded_to >= $4) end
       group by a.unit_id`,
      [unitIds, indicatorId, year, knownOn === null ? null : endOfDayInVietnam(knownOn)],
    );
  }
}
