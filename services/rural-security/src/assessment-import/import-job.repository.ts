import type { Actor, Database } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ImportReport } from './import-report';
import type { ImportStep } from './import-step';

export interface ImportParameters {
  readonly step: ImportStep;
  readonly indicator: string;
  readonly year: number;
}

export interface NewJob {
  readonly id: string;
  readonly kind: string;
  /** What the file was sent for. */
  readonly parameters: ImportParameters | Readonly<Record<string, never>>;
  readonly fileName: string;
  readonly contentHash: string;
  readonly rowsTotal: number;
}

/** What is kept of a report so that the job can be looked at. */
export type JobReport = Pick<ImportReport, 'taken' | 'unchanged' | 'faultCount' | 'faults' | 'flipCount' | 'flips'>;

export interface AssessmentJob extends NewJob {
  readonly parameters: ImportParameters;
}

export type EndState = 'DONE' | 'REFUSED' | 'FAILED';

const UNIQUE_VIOLATION = '23505';
/** Held by whoever works on a job until the transaction of its rows ends, however it ends. */
export const JOB_LOCK = "hashtext('import job')";

/** Keeps a job's row while the transaction of its rows is open: beside it, so that others see how far it is. */
export class ImportJobRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** @returns false where there is such a job already */
  async begin({ id, kind, parameters, fileName, contentHash, rowsTotal }: NewJob): Promise<boolean> {
    try {
      await this.database.write(this.actor, (tx) =>
        tx.query(
          `insert into import_job (id, kind, parameters, file_name, content_hash, rows_total)
           values ($1, $2, $3, $4, $5, $6)`,
          [id, kind, parameters, fileName, contentHash, rowsTotal],
        ),
      );
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }

  async progress(id: string, rowsDone: number): Promise<void> {
    await this.database.write(this.actor, (tx) =>
      tx.query("update import_job set rows_done = $2 where id = $1 and state = 'RUNNING'", [id, rowsDone]),
    );
  }

  /** The end of a job whose transaction was taken back. */
  async end(id: string, state: EndState, report: JobReport | null): Promise<void> {
    await this.database.write(this.actor, (tx) => endJob(tx, id, state, report));
  }
}

export async function endJob(tx: EntityManager, id: string, state: EndState, report: JobReport | null): Promise<void> {
  await tx.query(
    `update import_job set state = $2, report = $3, ended_at = clock_timestamp(),
       rows_done = case when $2 = 'DONE' then rows_total else rows_done end where id = $1`,
    [id, state, report === null ? null : JSON.stringify(report)],
  );
}

/** Says that somebody is at work on it, until this transaction ends. */
export async function holdJob(tx: EntityManager, id: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${JOB_LOCK}, hashtext($1))`, [id]);
}

/** Two imports of one indicator and year take turns, and each says that it is at work. */
export async function takeTurn(tx: EntityManager, id: string, { indicator, year }: ImportParameters): Promise<void> {
  await holdJob(tx, id);
  await tx.query("select pg_advisory_xact_lock(hashtext('import turn'), hashtext($1))", [`${indicator} ${year}`]);
}

/** The report of the last import of the indicator and year, where it was of the same file for the same step. */
export async function findSameImport(
  tx: EntityManager,
  { kind, parameters, contentHash }: AssessmentJob,
): Promise<ImportReport | null> {
  const { step, indicator, year } = parameters;
  const [last]: { isSame: boolean; report: ImportReport }[] = await tx.query(
    `select content_hash = $4 and parameters ->> 'step' = $5 as "isSame", report from import_job
     where kind = $1 and state = 'DONE' and parameters ->> 'indicator' = $2 and (parameters ->> 'year')::int = $3
     order by ended_at desc limit 1`,
    [kind, indicator, year, contentHash, step],
  );
  return last?.isSame ? last.report : null;
}
