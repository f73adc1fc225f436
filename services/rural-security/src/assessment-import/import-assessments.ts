import { createHash } from 'node:crypto';
import {
  type Actor,
  type Database,
  dayInVietnam,
  readTable,
  SpeakingError,
  TableFileError,
} from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { FormReader } from './form-reader';
import type { FormRow } from './form-row';
import {
  endJob,
  findSameImport,
  ImportJobRepository,
  type ImportParameters,
  type NewJob,
  takeTurn,
} from './import-job.repository';
import { type ImportReport, ReportBook } from './import-report';
import { checkMayImport } from './import-step';
import { requireYear } from './import-year.repository';
import { decidePortion } from './portion';
import { writeRevisions } from './revisions.repository';

export interface ImportOutcome {
  readonly status: 'REFUSED' | 'PREVIEWED' | 'APPLIED' | 'UNCHANGED';
  /** Of the job; null for a dry run, which leaves none. */
  readonly jobId: string | null;
  readonly report: ImportReport;
}

export interface UploadedAssessments {
  readonly jobId: string;
  /** As the one who sent it calls it. */
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly parameters: ImportParameters;
}

const KIND = 'assessments';
/** Larger than any request may take: the whole country is 8 portions. */
const IMPORT_TIMEOUT_MS = 120_000;
const PORTION = 1_000;
const PROGRESS_EVERY_MS = 500;

/** Ends the transaction without a trace, with what is to be answered. */
class GivenUp extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super(outcome.status);
  }
}

/**
 * Takes one step for every row of a file: all of them in one transaction, or none. Two at once take turns, the same file
 * again changes nothing, and one that was broken off can be sent again.
 * @param dryRun only says what it would do: the same statements, taken back
 * @throws SpeakingError FORBIDDEN, INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, BAD_USER_INPUT for a job that there is
 */
export async function importAssessments(
  database: Database,
  actor: Actor,
  upload: UploadedAssessments,
  dryRun: boolean,
): Promise<ImportOutcome> {
  checkMayImport(upload.parameters.step, actor.role);
  const job = await describeJob(upload);
  if (job instanceof TableFileError) return refusedFile(job);
  if (dryRun) return attempt(database, actor, upload, job, null);
  const jobs = new ImportJobRepository(database, actor);
  if (!(await jobs.begin(job))) {
    throw new SpeakingError('BAD_USER_INPUT', `There is a job ${job.id} already: look at it with importJob(id).`);
  }
  const progress = progressOf(jobs, job.id);
  try {
    const outcome = await attempt(database, actor, upload, job, progress);
    if (outcome.status === 'REFUSED') await jobs.end(job.id, 'REFUSED', outcome.report);
    return outcome;
  } catch (error) {
    await jobs.end(job.id, 'FAILED', null);
    throw error;
  }
}

/** Reads the file once to its end, so that one that cannot be read whole does nothing at all. */
async function describeJob({
  jobId,
  fileName,
  content,
  parameters,
}: UploadedAssessments): Promise<NewJob | TableFileError> {
  let rowsTotal = 0;
  try {
    for await (const _ of readTable(content)) rowsTotal += 1;
  } catch (error) {
    if (error instanceof TableFileError) return error;
    throw error;
  }
  const contentHash = createHash('sha256').update(content).digest('hex');
  return { id: jobId, kind: KIND, parameters, fileName, contentHash, rowsTotal };
}

async function attempt(
  database: Database,
  actor: Actor,
  upload: UploadedAssessments,
  job: NewJob,
  progress: Progress | null,
): Promise<ImportOutcome> {
  try {
    return await database.write(actor, async (tx) => {
      await tx.query(`set local statement_timeout = ${IMPORT_TIMEOUT_MS}`);
      await takeTurn(tx, job.id, job.parameters);
      const before = progress && (await findSameImport(tx, job));
      if (before) return finish(tx, job, 'UNCHANGED', unchanged(before));
      const report = await importRows(tx, actor, upload, progress ?? (async () => {}));
      if (report.faultCount > 0) throw new GivenUp({ status: 'REFUSED', jobId: progress && job.id, report });
      if (!progress) throw new GivenUp({ status: 'PREVIEWED', jobId: null, report });
      return finish(tx, job, report.taken === 0 ? 'UNCHANGED' : 'APPLIED', report);
    });
  } catch (error) {
    if (error instanceof GivenUp) return error.outcome;
    throw error;
  }
}

async function finish(
  tx: EntityManager,
  { id }: NewJob,
  status: 'APPLIED' | 'UNCHANGED',
  report: ImportReport,
): Promise<ImportOutcome> {
  await endJob(tx, id, 'DONE', report);
  return { status, jobId: id, report };
}

async function importRows(
  tx: EntityManager,
  actor: Actor,
  { content, parameters }: UploadedAssessments,
  progress: Progress,
): Promise<ImportReport> {
  const question = { indicatorId: parameters.indicator, year: parameters.year };
  const year = await requireYear(tx, question);
  const book = new ReportBook();
  book.origin = year.isDemonstration ? 'SYNTHETIC' : 'RECORDED';
  const today = dayInVietnam(new Date());
  const { items, isDemonstration } = year;
  const reader = new FormReader({ ...question, itemCount: items.length, isDemonstration, today }, book);
  const ground = { question, step: parameters.step, year, actor, today, book };
  let portion: FormRow[] = [];
  const take = async () => {
    const revisions = await decidePortion(tx, ground, portion);
    // what will be taken back need not be written
    if (!book.isFaulty) await writeRevisions(tx, question, revisions);
    portion = [];
  };
  let rowsDone = 0;
  for await (const table of readTable(content)) {
    const row = reader.read(table);
    if (row) portion.push(row);
    rowsDone += 1;
    if (portion.length < PORTION) continue;
    await take();
    await progress(rowsDone);
  }
  reader.end();
  if (portion.length > 0) await take();
  return book.report();
}

type Progress = (rowsDone: number) => Promise<void>;

/** Each word of it is a transaction of its own, so it is said now and then. */
function progressOf(jobs: ImportJobRepository, id: string): Progress {
  let saidAt = 0;
  return async (rowsDone) => {
    if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
    saidAt = Date.now();
    await jobs.progress(id, rowsDone);
  };
}

function unchanged(report: ImportReport): ImportReport {
  return { ...report, taken: 0, unchanged: report.rows, flipCount: 0, flips: [], removedCount: 0, removed: [] };
}

function refusedFile({ row, code, message }: TableFileError): ImportOutcome {
  const book = new ReportBook();
  book.fault({ row, column: null, code, message });
  return { status: 'REFUSED', jobId: null, report: book.report() };
}
