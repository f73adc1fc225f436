import { createHash } from 'node:crypto';
import { type Actor, type Database, dayInVietnam, SpeakingError, TableFileError } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ahead } from './ahead';
import { type FormFile, readFormFile } from './form-file';
import { FormReader } from './form-reader';
import {
  type AssessmentJob,
  endJob,
  findSameImport,
  ImportJobRepository,
  type ImportParameters,
  takeTurn,
} from './import-job.repository';
import { type ImportReport, ReportBook } from './import-report';
import { checkMayImport } from './import-step';
import { requireYear } from './import-year.repository';
import { decidePortions } from './portion';
import { askPortions, readPortions } from './portion-source';
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
/** Larger than any request may take: the whole country takes seconds. */
const IMPORT_TIMEOUT_MS = 120_000;
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
  const file = await readFormFile(upload.content).catch(asFileError);
  if (file instanceof TableFileError) return refusedFile(file);
  const job = describeJob(upload, file);
  if (dryRun) return attempt(database, actor, file, job, null);
  const jobs = new ImportJobRepository(database, actor);
  if (!(await jobs.begin(job))) {
    throw new SpeakingError('BAD_USER_INPUT', `There is a job ${job.id} already: look at it with importJob(id).`);
  }
  const progress = progressOf(jobs, job.id);
  try {
    const outcome = await attempt(database, actor, file, job, progress);
    if (outcome.status === 'REFUSED') await jobs.end(job.id, 'REFUSED', outcome.report);
    return outcome;
  } catch (error) {
    await jobs.end(job.id, 'FAILED', null);
    throw error;
  }
}

function describeJob(
  { jobId, fileName, content, parameters }: UploadedAssessments,
  { rowsTotal }: FormFile,
): AssessmentJob {
  const contentHash = createHash('sha256').update(content).digest('hex');
  return { id: jobId, kind: KIND, parameters, fileName, contentHash, rowsTotal };
}

async function attempt(
  database: Database,
  actor: Actor,
  file: FormFile,
  job: AssessmentJob,
  progress: Progress | null,
): Promise<ImportOutcome> {
  try {
    return await database.write(actor, async (tx) => {
      await tx.query(`set local statement_timeout = ${IMPORT_TIMEOUT_MS}`);
      await takeTurn(tx, job.id, job.parameters);
      const before = progress && (await findSameImport(tx, job));
      if (before) return finish(tx, job, 'UNCHANGED', unchanged(before));
      const report = await importRows(tx, actor, file, job.parameters, progress ?? (async () => {}));
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
  { id }: AssessmentJob,
  status: 'APPLIED' | 'UNCHANGED',
  report: ImportReport,
): Promise<ImportOutcome> {
  await endJob(tx, id, 'DONE', report);
  return { status, jobId: id, report };
}

/**
 * While PostgreSQL writes a portion the next one is decided. What that is decided on was asked for before the writing, so
 * that it need not wait behind it.
 */
async function importRows(
  tx: EntityManager,
  actor: Actor,
  file: FormFile,
  { indicator: indicatorId, step, year: assessed }: ImportParameters,
  progress: Progress,
): Promise<ImportReport> {
  const question = { indicatorId, year: assessed };
  const year = await requireYear(tx, question);
  const book = new ReportBook();
  book.origin = year.isDemonstration ? 'SYNTHETIC' : 'RECORDED';
  const today = dayInVietnam(new Date());
  const { items, isDemonstration } = year;
  const reader = new FormReader({ ...question, itemCount: items.length, isDemonstration, today }, book);
  const ground = { question, step, year, actor, today, book };
  const asked = ahead(askPortions(tx, ground, readPortions(file, reader)), 2);
  for await (const { revisions, rowsDone } of ahead(decidePortions(ground, asked), 1)) {
    // what will be taken back need not be written
    if (!book.isFaulty) await writeRevisions(tx, question, revisions);
    // the last word is the end's
    if (rowsDone < file.rowsTotal) await progress(rowsDone);
  }
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

function asFileError(error: unknown): TableFileError {
  if (error instanceof TableFileError) return error;
  throw error;
}

function refusedFile({ row, code, message }: TableFileError): ImportOutcome {
  const book = new ReportBook();
  book.fault({ row, column: null, code, message });
  return { status: 'REFUSED', jobId: null, report: book.report() };
}
