import {
  type Actor,
  forbidden,
  type HttpRoute,
  Role,
  readBytes,
  SpeakingError,
  UPLOAD_LIMIT_BYTES,
} from '@tieuchi/subgraph-kit';
import { refuseOnRecord } from '../audit/refuse-on-record';
import { askedRoute, type RouteTerms } from '../identity/asked-route';
import { reachService } from '../subgraph-access/reach-service';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';

/** Which service owns what is imported. */
const OWNERS: Readonly<Record<string, string>> = {
  'conversion-table': 'geography',
  reorganisation: 'geography',
  programme: 'rural-security',
  assessments: 'rural-security',
  'reported-tallies': 'rural-security',
};

/** Who may change the map that everybody counts on. */
const MAY_IMPORT: ReadonlySet<Role> = new Set([Role.MINISTRY, Role.ADMIN]);

/** Who sends what is about single units; for which of them, the service says row by row. */
const MAY_IMPORT_UNITS: Readonly<Record<string, ReadonlySet<Role>>> = {
  assessments: new Set([Role.COMMUNE_OFFICER, Role.APPRAISER]),
};

/**
 * `POST /imports?kind=…&name=…&dryRun=true`: a file for the service that owns its kind. The answer is the service's own:
 * what the file did, or would do, or why it is refused.
 */
export function createImportRoute(subgraphs: readonly SubgraphAccess[], terms: RouteTerms): HttpRoute {
  return askedRoute(terms, async ({ request, response, asker, log }) => {
    const parameters = Object.fromEntries(new URL(request.url ?? '/', 'http://gateway').searchParams);
    if (request.method !== 'POST') throw new SpeakingError('BAD_USER_INPUT', 'An import is sent with POST.');
    const owner = findOwner(subgraphs, parameters.kind);
    await refuseOnRecord(owner, asker, `imports/${parameters.kind}`, log, () =>
      checkMayImport(asker.actor, parameters.kind),
    );
    const content = await readBytes(request, UPLOAD_LIMIT_BYTES);
    const answer = await reachService(owner.name, 'nothing was imported', log, async () => {
      const taken = await owner.sendInternal?.('/internal/imports', { ...asker, parameters, content });
      if (taken) return taken;
      throw new Error('the service takes no imports');
    });
    response.writeHead(200, { 'content-type': answer.contentType }).end(answer.body);
  });
}

/** @throws SpeakingError FORBIDDEN, UNAUTHENTICATED */
function checkMayImport(actor: Actor, kind = ''): void {
  const { role, scope } = actor;
  const roles = Object.hasOwn(MAY_IMPORT_UNITS, kind) ? MAY_IMPORT_UNITS[kind] : undefined;
  if (roles?.has(role)) return;
  if (roles) throw forbidden(actor, `Imports of ${kind} are for the roles ${[...roles].join(' and ')}.`);
  // what is imported holds for everybody
  if (MAY_IMPORT.has(role) && scope === 'VN') return;
  throw forbidden(
    actor,
    'Imports are for the roles MINISTRY and ADMIN of the whole country; send a token of one of them.',
  );
}

function findOwner(subgraphs: readonly SubgraphAccess[], kind: string | undefined): SubgraphAccess {
  const name = Object.hasOwn(OWNERS, kind ?? '') ? OWNERS[kind ?? ''] : undefined;
  const owner = subgraphs.find((each) => each.name === name);
  if (owner) return owner;
  throw new SpeakingError(
    'BAD_USER_INPUT',
    `kind: "${(kind ?? '').slice(0, 40)}" – known: ${Object.keys(OWNERS).join(', ')}.`,
  );
}
