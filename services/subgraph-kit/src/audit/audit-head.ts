import { sign } from 'node:crypto';
import type { Day } from '../day';
import type { AuditKey } from './audit-key';
import { canonicalText } from './canonical-text';

export const HEAD_FORMAT = 'tieuchi/audit-head/1';

/** Where a service's chain ended when somebody looked: a position and the hash of its seal, in 64 hexadecimal digits. */
export interface ChainEnd {
  readonly position: number;
  readonly hash: string;
}

/** One line of `audit-heads.jsonl`. */
export interface AuditHead extends ChainEnd {
  readonly format: typeof HEAD_FORMAT;
  /** `DAY`: the last seal of a day that was over. `STOP`: the last seal when the service ended. */
  readonly kind: 'DAY' | 'STOP';
  /** The service's schema. */
  readonly service: string;
  readonly installation: string;
  /** In Vietnam. */
  readonly day: Day;
  /** An instant in UTC. */
  readonly signedAt: string;
  readonly keyId: string;
  /** Ed25519 over the canonical text of what stands before it, in Base64. */
  readonly signature: string;
}

export type UnsignedHead = Omit<AuditHead, 'format' | 'keyId' | 'signature'>;

export function signHead(head: UnsignedHead, { privateKey, keyId }: AuditKey): AuditHead {
  const { kind, service, installation, day, position, hash, signedAt } = head;
  const fields = [HEAD_FORMAT, kind, service, installation, day, String(position), hash, signedAt, keyId];
  const signature = sign(null, Buffer.from(canonicalText(fields)), privateKey).toString('base64');
  return { format: HEAD_FORMAT, kind, service, installation, day, position, hash, signedAt, keyId, signature };
}
