import { type Database, type InternalRoute, SpeakingError } from '@tieuchi/subgraph-kit';
import { importProgramme } from './import-programme';

/** `/internal/imports?kind=programme`: a programme's file; `dryRun=true` only says what it would change. */
export function createProgrammeImportRoute(database: Database): InternalRoute {
  return async (path, upload) => {
    if (path !== '/internal/imports' || upload?.parameters.kind !== 'programme') return null;
    const { name = 'programme', dryRun = 'false' } = upload.parameters;
    if (dryRun !== 'true' && dryRun !== 'false') {
      throw new SpeakingError('BAD_USER_INPUT', `dryRun: "${dryRun}" – true or false.`);
    }
    const outcome = await importProgramme(database, upload.actor, { name, content: upload.content }, dryRun === 'true');
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(outcome) };
  };
}
