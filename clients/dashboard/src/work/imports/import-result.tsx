import { FaultText } from '../step/fault-text';
import type { WorkView } from '../work-view';
import type { Job } from './follow-job';
import { FaultTable, FlipTable, RemovalTable } from './report-tables';
import type { ImportOutcome, ImportReport } from './send-import';
import type { FileImport } from './use-import';

interface ImportResultProps {
  readonly view: WorkView;
  readonly run: FileImport;
}

/** Where the import is, and what it did or would do. */
export function ImportResult({ view, run }: ImportResultProps) {
  const { state } = run;
  const { work } = view;
  return (
    <div aria-live="polite" class="import-result">
      {state.phase === 'PREVIEWING' && <p class="notice">{work.imports.previewing}</p>}
      {state.phase === 'RUNNING' && <Progress view={view} text={work.imports.running} job={state.job} />}
      {state.phase === 'FOLLOWING' && <Progress view={view} text={work.imports.lost} job={state.job} />}
      {state.phase === 'RECORDED' && (
        <p class="notice notice-done">
          {work.imports.applied(view.formats.count(state.job.taken), view.formats.count(state.job.unchanged))}
        </p>
      )}
      {state.phase === 'ANSWERED' && <Outcome view={view} run={run} outcome={state.outcome} />}
    </div>
  );
}

function Progress({ view, text, job }: { readonly view: WorkView; readonly text: string; readonly job: Job | null }) {
  const { work, formats } = view;
  return (
    <div class="notice">
      <p>{text}</p>
      <progress max={job?.rowsTotal} value={job?.rowsDone} aria-label={text} />
      {job && <p>{work.imports.progress(formats.count(job.rowsDone), formats.count(job.rowsTotal))}</p>}
    </div>
  );
}

interface OutcomeProps extends ImportResultProps {
  readonly outcome: ImportOutcome;
}

function Outcome({ view, run, outcome }: OutcomeProps) {
  const { work } = view;
  if (outcome.status === 'LOST') return <p class="notice notice-error">{work.imports.failed}</p>;
  if (outcome.status === 'NOT_TAKEN') {
    return (
      <p class="notice notice-error">
        <FaultText view={view} fault={outcome} />
      </p>
    );
  }
  const { status, report } = outcome;
  const isPreview = status === 'PREVIEWED';
  return (
    <>
      <p class={`notice ${status === 'REFUSED' ? 'notice-error' : 'notice-done'}`}>{summaryOf(view, status, report)}</p>
      {isPreview && (
        <p class="buttons">
          <button type="button" onClick={() => void run.commit()}>
            {work.imports.commit}
          </button>
        </p>
      )}
      <FaultTable view={view} report={report} />
      <FlipTable view={view} report={report} isPreview={isPreview} />
      <RemovalTable view={view} report={report} />
    </>
  );
}

type Status = Exclude<ImportOutcome['status'], 'LOST' | 'NOT_TAKEN'>;

function summaryOf({ work, formats }: WorkView, status: Status, report: ImportReport): string {
  const [rows, taken, unchanged] = [report.rows, report.taken, report.unchanged].map(formats.count) as [
    string,
    string,
    string,
  ];
  switch (status) {
    case 'PREVIEWED':
      return work.imports.previewed(rows, taken, unchanged);
    case 'REFUSED':
      return work.imports.refusedFile(formats.count(report.faultCount));
    case 'APPLIED':
      return work.imports.applied(taken, unchanged);
    case 'UNCHANGED':
      return work.imports.unchanged;
  }
}
