import type { Database } from '../database/database';
import { SpeakingError } from '../errors/speaking-error';
import { type Actor, Role, SYSTEM } from '../identity/actor';
import type { InternalAnswer, InternalRoute } from '../subgraph';
import { AuditRepository } from './audit.repository';
import { recordAct } from './record-act';

const PATH = /^\/internal\/audit\/(sealed|unsealed)(?:\/(-?\d{1,19}))?$/;
/** Larger numbers than a `bigint` holds are no positions. */
const isBigint = (after: string) => BigInt.asIntN(64, BigInt(after)) === BigInt(after);
export const AUDIT_FORMAT = 'tieuchi/audit/1';

/**
 * `/internal/audit/sealed/POSITION` and `/internal/audit/unsealed/ID`: what comes after it, as JSON lines; without one, all
 * from the first. The first line says whose audit it is. Each reading is an entry of the audit itself.
 * @throws SpeakingError FORBIDDEN
 */
export function createAuditRoute(database: Database, service: string): InternalRoute {
  const repository = new AuditRepository(database);
  return async (path, upload, { actor } = { actor: SYSTEM, headOnly: false }) => {
    const [, which, after = null] = PATH.exec(path) ?? [];
    if (which === undefined || upload || (after !== null && !isBigint(after))) return null;
    checkMayReadAudit(actor);
    await recordAct(database, actor, { action: 'READ', what: 'audit_entry' });
    const head = { format: AUDIT_FORMAT, service, installation: await repository.findInstallation() };
    if (which === 'sealed') return linesOf([head, ...(await repository.findSealed(actor, after))]);
    const { entries, through } = await repository.findUnsealed(actor, after);
    return linesOf([{ ...head, through }, ...entries]);
  };
}

/** @throws SpeakingError FORBIDDEN */
function checkMayReadAudit({ role }: Actor): void {
  if (role === Role.AUDITOR || role === Role.ADMIN) return;
  throw new SpeakingError('FORBIDDEN', `The audit is for the roles AUDITOR and ADMIN; you are ${role}.`);
}

function linesOf(lines: readonly object[]): InternalAnswer {
  return {
    contentType: 'application/jsonl; charset=utf-8',
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    headers: { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  };
}
