import { type Database, dayInVietnam, type InternalRoute, refuseUnstorableText } from '@tieuchi/subgraph-kit';
import { readDryRun, readFileName, readJobId } from '../assessment-import/sent-parameters';
import { importReportedTallies } from './import-reported-tallies';

/**
 * `/internal/imports?kind=reported-tallies`: figures that were printed or sent up; `dryRun=true` only says what it would do.
 * With `job`, a UUID of the sender's, that can be looked at afterwards.
 */
export function createReportedTallyImportRoute(database: Database): InternalRoute {
  return async (path, upload) => {
    if (path !== '/internal/imports' || upload?.parameters.kind !== 'reported-tallies') return null;
    const { actor, content, parameters: sent } = upload;
    refuseUnstorableText(sent);
    const file = { jobId: readJobId(sent), fileName: readFileName(sent), content };
    const today = dayInVietnam(new Date());
    const outcome = await importReportedTallies(database, actor, file, today, readDryRun(sent));
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(outcome) };
  };
}
