import { SpeakingError } from '../errors/speaking-error';
import { type Actor, Role } from '../identity/actor';

/** Whoever enters or decides something may say what it rests on. */
const RECORDERS: readonly Role[] = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY, Role.ADMIN];

/** @throws SpeakingError FORBIDDEN */
export function checkMayRecordEvidence({ role }: Actor): void {
  if (RECORDERS.includes(role)) return;
  throw new SpeakingError(
    'FORBIDDEN',
    `Evidence is sent by the roles ${RECORDERS.join(', ')}; send a token of one of them.`,
  );
}

/** @throws SpeakingError FORBIDDEN */
export function checkMayReadEvidence({ role }: Actor): void {
  if (role !== Role.PUBLIC) return;
  throw new SpeakingError('FORBIDDEN', 'Evidence is not public; send a token of the role VIEWER or above.');
}
