import { type Actor, type AsOf, type Database, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { Verdict } from '../assessment/assessment-enums';
import { reasonsShown } from '../tally/shown-counts';
import type { TallyChange, TallyStatement } from './tally-statement';

export interface StatementRow extends TallyStatement {
  readonly unitId: string;
}

export interface StatementChangeRow {
  readonly unitId: string;
  /** What orders the list: code and id. */
  readonly place: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** $1: the end of the day as of which it was known, or null for now. */
const known = (row: string) => `case when $1::timestamptz is null then ${row}.recorded_to is null
  else ${row}.recorded_from < $1 and coalesce(${row}.recorded_to, 'infinity') >= $1 end`;

const COLUMNS = `s.id, s.version, s.unit_id as "unitId", s.indicator_id as "indicatorId", s.year,
  s.population_id as population, s.map, s.state, s.met, s.not_met as "notMet", s.unknown, s.total,
  (select case when ${reasonsShown('s.unit_id')} then s.self_assessed_met end
    from register_unit_version v where v.unit_id = s.unit_id) as "selfAssessedMet", s.content_hash as "contentHash", s.known_at as "knownAt",
  s.document_id as "documentId", s.signer, s.drafted_by as "draftedBy", s.drafted_at as "draftedAt",
  s.signed_by as "signedBy", s.signed_at as "signedAt", s.received_by as "receivedBy", s.received_at as "receivedAt",
  s.returned_by as "returnedBy", s.returned_at as "returnedAt", s.reason, s.origin`;

/** Each unit that the statements `s` count, with its verdict then and now. */
const COMPARED = `
  cross join lateral counted_units(s.unit_id, s.indicator_id, s.year, s.map) c
  left join assessment a on a.unit_id = c.unit_id and a.indicator_id = s.indicator_id and a.year = s.year
    and ${known('a')}
  cross join lateral (select coalesce(s.results ->> c.unit_id, 'UNKNOWN') as before,
    coalesce(a.verdict, 'UNKNOWN') as after) v`;

const CHANGES = `from tally_statement s ${COMPARED}
  where s.id::text = $2 and ${known('s')} and v.before <> v.after`;

export class StatementRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** In the order in which they were drawn up. */
  findStatementsByUnitIds(unitIds: readonly string[], question: AssessmentQuestion): Promise<StatementRow[]> {
    const { indicatorId, year } = question;
    return this.read(
      `select ${COLUMNS} from tally_statement s
       where s.unit_id = any($2) and s.indicator_id = $3 and s.year = $4 and ${known('s')}
       order by s.unit_id, s.drafted_at, s.id`,
      [unitIds, indicatorId, year],
    );
  }

  async findStatement(id: string): Promise<StatementRow | null> {
    const sql = `select ${COLUMNS} from tally_statement s where s.id::text = $2 and ${known('s')}`;
    const [row] = await this.read<StatementRow>(sql, [id]);
    return row ?? null;
  }

  /** One row for each statement, also where nothing changed. */
  findChangesByStatementIds(ids: readonly string[]): Promise<(TallyChange & { id: string })[]> {
    const difference = (verdict: Verdict) =>
      `(count(*) filter (where v.after = '${verdict}') - count(*) filter (where v.before = '${verdict}'))::int`;
    return this.read(
      `select s.id, ${difference('MET' as Verdict)} as met, ${difference('NOT_MET' as Verdict)} as "notMet",
         ${difference('UNKNOWN' as Verdict)} as unknown
       from tally_statement s ${COMPARED}
       where s.id::text = any($2) and ${known('s')} group by s.id`,
      [ids],
    );
  }

  /** Units whose result changed since, by their codes. */
  findChangedUnits(id: string, limit: number, after: string | null): Promise<StatementChangeRow[]> {
    return this.read(
      `select c.unit_id as "unitId", c.code || ' ' || c.unit_id as place, v.before, v.after ${CHANGES}
         and ($3::text is null or (c.code || ' ' || c.unit_id) collate "C" > $3)
       order by (c.code || ' ' || c.unit_id) collate "C" limit $4`,
      [id, after, limit],
    );
  }

  async countChangedUnits(id: string): Promise<number> {
    const [row] = await this.read<{ count: number }>(`select count(*)::int as count ${CHANGES}`, [id]);
    return row!.count;
  }

  private read<R extends object>(sql: string, values: readonly unknown[]): Promise<R[]> {
    const { knownOn } = this.asOf;
    return this.database.read(this.actor, sql, [knownOn === null ? null : endOfDayInVietnam(knownOn), ...values]);
  }
}
