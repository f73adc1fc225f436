import { createHash } from 'node:crypto';
import { type Actor, type Database, type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import { endJob, holdJob, ImportJobRepository, type JobReport } from '../assessment-import/import-job.repository';
import { applyReports, GivenUp, type ReportImport, refused } from './apply-reports';
import { readReport } from './read-report';

export interface UploadedReports {
  readonly jobId: string;
  /** As the one who sent it calls it. */
  readonly fileName: string;
  readonly content: Uint8Array;
}

const KIND = 'reported-tallies';

/**
 * Takes a file of reported figures: one transaction, all or nothing. The same file again changes nothing; a row that says
 * something else than before closes the old one; rows that a file leaves out stay.
 * @param today the day in Vietnam
 * @param dryRun only says what it would do: the same statements, taken back
 */
export async function importReportedTallies(
  database: Database,
  actor: Actor,
  { jobId, fileName, content }: UploadedReports,
  today: Day,
  dryRun: boolean,
): Promise<ReportImport> {
  const read = readReport(content, today);
  if (dryRun) return attempt(database, actor, read, null);
  const jobs = new ImportJobRepository(database, actor);
  const contentHash = createHash('sha256').update(content).digest('hex');
  const job = { id: jobId, kind: KIND, parameters: {}, fileName, contentHash, rowsTotal: read.entries.length };
  if (!(await jobs.begin(job))) {
    throw new SpeakingError('BAD_USER_INPUT', `There is a job ${jobId} already: look at it with importJob(id).`);
  }
  try {
    const outcome = await attempt(database, actor, read, jobId);
    if (outcome.status === 'REFUSED') await jobs.end(jobId, 'REFUSED', jobReportOf(outcome));
    return outcome;
  } catch (error) {
    await jobs.end(jobId, 'FAILED', null);
    throw error;
  }
}

/** @param jobId null: a dry run */
async function attempt(
  database: Database,
  actor: Actor,
  { entries, faults }: ReturnType<typeof readReport>,
  jobId: string | null,
): Promise<ReportImport> {
  if (faults.length > 0) return refused(faults, jobId);
  try {
    return await database.write(actor, async (tx) => {
      if (jobId !== null) await holdJob(tx, jobId);
      const outcome = await applyReports(tx, entries, jobId);
      if (jobId === null) throw new GivenUp(outcome);
      await endJob(tx, jobId, 'DONE', jobReportOf(outcome));
      return outcome;
    });
  } catch (error) {
    if (error instanceof GivenUp) return error.outcome;
    throw error;
  }
}

function jobReportOf({ report: { counts, faults } }: ReportImport): JobReport {
  const taken = counts.added + counts.changed;
  const listed = faults.map(({ line, column, reason, remedy }) => ({
    row: line,
    column,
    code: 'BAD_USER_INPUT' as const,
    message: `${reason} – ${remedy}`,
  }));
  return { taken, unchanged: counts.rows - taken, faultCount: faults.length, faults: listed, flipCount: 0, flips: [] };
}
