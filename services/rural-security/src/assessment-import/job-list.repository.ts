import { type Actor, type Database, Role } from '@tieuchi/subgraph-kit';
import type { ImportJob } from './import-job';
import { JOB_LOCK } from './import-job.repository';

export interface JobRow extends ImportJob {
  /** The place in the list. */
  readonly key: string;
}

/** Whoever oversees others sees their jobs, too. */
const SEES_ALL: readonly Role[] = [Role.MINISTRY, Role.AUDITOR, Role.ADMIN];

/** Nobody holds the lock of a job that was broken off; one that has just begun does not hold it yet. */
const STATE = `case when j.state = 'RUNNING' and j.started_at < clock_timestamp() - interval '2 seconds' and not exists (
    select from pg_locks l where l.locktype = 'advisory' and l.classid = ${JOB_LOCK}::oid
      and l.objid = hashtext(j.id::text)::oid and l.objsubid = 2) then 'FAILED' else j.state end`;
const KEY = `to_char(j.started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || ' ' || j.id`;
const VISIBLE = '($1::text is null or j.started_by = $1)';
const LISTED = "case when j.state in ('DONE', 'REFUSED') then";

const JOBS = `
  select j.id, j.kind, j.parameters ->> 'step' as step, j.parameters ->> 'indicator' as indicator,
    (j.parameters ->> 'year')::int as year, j.file_name as "fileName", j.content_hash as "contentHash", ${STATE} as state,
    j.rows_total as "rowsTotal", j.rows_done as "rowsDone", j.started_by as "startedBy", j.started_at as "startedAt",
    j.ended_at as "endedAt", coalesce((j.report ->> 'faultCount')::int, 0) as "faultCount",
    case when j.state = 'DONE' then (j.report ->> 'taken')::int else 0 end as taken,
    coalesce((j.report ->> 'unchanged')::int, 0) as unchanged,
    case when j.state = 'DONE' then (j.report ->> 'flipCount')::int else 0 end as "flipCount",
    coalesce(${LISTED} j.report -> 'faults' end, '[]') as faults,
    coalesce(case when j.state = 'DONE' then j.report -> 'flips' end, '[]') as flips, ${KEY} as key
  from import_job j where ${VISIBLE}`;

export class JobListRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  async find(id: string): Promise<JobRow | null> {
    const rows = await this.database.read<JobRow>(this.actor, `${JOBS} and j.id::text = $2`, [this.owner(), id]);
    return rows[0] ?? null;
  }

  /** Newest first. */
  findPage(rows: number, after: string | null): Promise<JobRow[]> {
    return this.database.read(
      this.actor,
      `${JOBS} and ($2::text is null or ${KEY} < $2) order by ${KEY} desc limit $3`,
      [this.owner(), after, rows],
    );
  }

  async count(): Promise<number> {
    const sql = `select count(*)::int as count from import_job j where ${VISIBLE}`;
    const [row] = await this.database.read<{ count: number }>(this.actor, sql, [this.owner()]);
    return row!.count;
  }

  private owner(): string | null {
    return SEES_ALL.includes(this.actor.role) ? null : this.actor.subject;
  }
}
