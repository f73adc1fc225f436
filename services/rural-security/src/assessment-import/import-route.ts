import {
  type Act,
  type Database,
  type InternalRoute,
  recordAct,
  refuseUnstorableText,
  SpeakingError,
} from '@tieuchi/subgraph-kit';
import { importAssessments } from './import-assessments';
import type { ImportParameters } from './import-job.repository';
import { readImportStep } from './import-step';
import { readDryRun, readFileName, readJobId, type Sent } from './sent-parameters';

/** Units that lie outside of the sender's part of the country. */
const REFUSED_ROWS: Act = { action: 'REFUSED', what: 'imports/assessments' };

/**
 * `/internal/imports?kind=assessments&step=…&indicator=…&year=…`: a filled form; `dryRun=true` only says what it would
 * change. With `job`, a UUID of the sender's, that can be looked at while it runs.
 */
export function createAssessmentImportRoute(database: Database): InternalRoute {
  return async (path, upload) => {
    if (path !== '/internal/imports' || upload?.parameters.kind !== 'assessments') return null;
    const sent = upload.parameters;
    refuseUnstorableText(sent);
    const assessments = {
      jobId: readJobId(sent),
      fileName: readFileName(sent),
      content: upload.content,
      parameters: readParameters(sent),
    };
    const outcome = await importAssessments(database, upload.actor, assessments, readDryRun(sent));
    const refused = outcome.report.faults.filter(({ code }) => code === 'FORBIDDEN').length;
    if (refused > 0) await recordAct(database, upload.actor, REFUSED_ROWS, refused);
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(outcome) };
  };
}

function readParameters({ step = '', indicator = '', year = '' }: Sent): ImportParameters {
  if (!/^\d{4}$/.test(year)) throw new SpeakingError('BAD_USER_INPUT', `year: "${year.slice(0, 20)}" – such as 2025.`);
  if (indicator === '') throw new SpeakingError('BAD_USER_INPUT', 'indicator: say which, such as ntm-2021-2025/19.2.');
  return { step: readImportStep(step), indicator, year: Number(year) };
}
