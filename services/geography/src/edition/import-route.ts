import { type Database, type InternalRoute, SpeakingError } from '@tieuchi/subgraph-kit';
import { FILE_KINDS, type FileKind } from './geography-file';
import { importGeographyFile } from './import-geography-file';

/** `/internal/imports`: a file that changes the geography; `dryRun=true` only says what it would do. */
export function createGeographyImportRoute(database: Database): InternalRoute {
  return async (path, upload) => {
    if (path !== '/internal/imports' || !upload) return null;
    const { kind = '', name = kind, dryRun = 'false' } = upload.parameters;
    if (!isFileKind(kind)) {
      throw new SpeakingError('BAD_USER_INPUT', `kind: "${kind}" – known here: ${FILE_KINDS.join(', ')}.`);
    }
    if (dryRun !== 'true' && dryRun !== 'false') {
      throw new SpeakingError('BAD_USER_INPUT', `dryRun: "${dryRun}" – true or false.`);
    }
    const file = { kind, name, content: upload.content };
    const outcome = await importGeographyFile(database, upload.actor, file, dryRun === 'true');
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(outcome) };
  };
}

function isFileKind(kind: string): kind is FileKind {
  return (FILE_KINDS as readonly string[]).includes(kind);
}
