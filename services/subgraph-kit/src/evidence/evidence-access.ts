import { type Actor, Role } from '../identity/actor';
import { forbidden } from '../identity/refusal';

/** Whoever enters or decides something may say what it rests on. */
const RECORDERS: readonly Role[] = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY, Role.ADMIN];

/** @throws SpeakingError FORBIDDEN, UNAUTHENTICATED */
export function checkMayRecordEvidence(actor: Actor): void {
  if (RECORDERS.includes(actor.role)) return;
  throw forbidden(actor, `Evidence is sent by the roles ${RECORDERS.join(', ')}; send a token of one of them.`);
}

/** @throws SpeakingError FORBIDDEN, UNAUTHENTICATED */
export function checkMayReadEvidence(actor: Actor): void {
  if (actor.role !== Role.PUBLIC) return;
  throw forbidden(actor, 'Evidence is not public; send a token of the role VIEWER or above.');
}
