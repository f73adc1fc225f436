import { type Database, dayInVietnam, type InternalRoute } from '@tieuchi/subgraph-kit';
import { importReportedTallies, readDryRun } from './import-reported-tallies';

/** `/internal/imports?kind=reported-tallies`: figures that were printed or sent up; `dryRun=true` only says what it would do. */
export function createReportedTallyImportRoute(database: Database): InternalRoute {
  return async (path, upload) => {
    if (path !== '/internal/imports' || upload?.parameters.kind !== 'reported-tallies') return null;
    const dryRun = readDryRun(upload.parameters.dryRun);
    const today = dayInVietnam(new Date());
    const outcome = await importReportedTallies(database, upload.actor, upload.content, today, dryRun);
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(outcome) };
  };
}
