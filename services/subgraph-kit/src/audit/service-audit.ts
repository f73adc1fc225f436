import type { Database } from '../database/database';
import type { Actor } from '../identity/actor';
import type { InternalRoute, Upload } from '../subgraph';
import { type AuditKeeperOptions, startAuditKeeper } from './audit-keeper';
import { createAuditRoute } from './audit-route';
import { type Act, recordAct } from './record-act';
import { isForbidden } from './refusals';

/** A service's audit for as long as it lives, as its subgraph wires it. */
export interface ServiceAudit {
  recordAct(actor: Actor, act: Act): Promise<void>;
  /** The service's internal addresses, those of the audit, and an entry for what they refuse. */
  route(inner: InternalRoute): InternalRoute;
  /** Before the database closes. */
  stop(): Promise<void>;
}

/** What the gateway refused before it asked the service: `parameters.what` says what. */
const REFUSALS = '/internal/audit/refusals';

/** @throws StartError where the folder for the heads cannot be written */
export function openAudit(database: Database, options: AuditKeeperOptions): ServiceAudit {
  const keeper = startAuditKeeper(database, options);
  const readRoute = createAuditRoute(database, options.service);
  return {
    recordAct: (actor, act) => recordAct(database, actor, act),
    route: (inner) => async (path, upload, reading) => {
      const actor = upload?.actor ?? reading?.actor;
      try {
        if (upload && path === REFUSALS) return await recordRefusal(database, upload);
        return (await readRoute(path, upload, reading)) ?? (await inner(path, upload, reading));
      } catch (error) {
        if (actor && isForbidden(error)) {
          await recordAct(database, actor, { action: 'REFUSED', what: nameOf(path, upload) });
        }
        throw error;
      }
    },
    stop: () => keeper.stop(),
  };
}

async function recordRefusal(database: Database, { actor, parameters }: Upload) {
  await recordAct(database, actor, { action: 'REFUSED', what: parameters.what ?? 'gateway' });
  return { contentType: 'application/json; charset=utf-8', body: '{}' };
}

/** `imports/assessments`, `evidence`: of an address, what is ours and not typed by somebody. */
function nameOf(path: string, upload: Upload | undefined): string {
  const kind = upload?.parameters.kind ?? '';
  const [, , folder = ''] = path.split('/');
  return [folder.split('.', 1)[0], ...(/^[a-z-]{1,40}$/.test(kind) ? [kind] : [])].join('/');
}
