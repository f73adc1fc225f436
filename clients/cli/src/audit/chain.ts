import { createHash } from 'node:crypto';

/** An entry as the server answers it, each value as the text that was hashed. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  /** The login that wrote it; null for entries older than this column. */
  readonly login: string | null;
  readonly actor: string;
  readonly role: string;
  readonly scope: string;
  readonly action: string;
  readonly tableName: string | null;
  readonly rowCount: string | null;
  readonly firstKey: string | null;
  readonly lastKey: string | null;
  readonly detail: string | null;
}

export interface SealedEntry {
  readonly position: string;
  readonly sealedAt: string;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: string;
  readonly entryId: string;
  /** Null where the seal is there and its entry is not. */
  readonly entry: AuditEntry | null;
}

/** Whose audit it is: the service's schema and the number of the installation. */
export interface AuditOwner {
  readonly service: string;
  readonly installation: string;
}

/** What docs/audit.md says, written a second time on purpose: the server's own word would prove nothing. */
export function canonicalText(fields: readonly (string | null)[]): string {
  return fields.map((field) => (field === null ? '-,' : `${Buffer.byteLength(field)}:${field},`)).join('');
}

/** What stands before the first seal. */
export function genesisHash({ service, installation }: AuditOwner): string {
  return createHash('sha256').update(`tieuchi/audit/1 ${service} ${installation}`).digest('hex');
}

/** The hash that the seal at `position` must have after the one before it. */
export function linkHash(before: string, position: number, sealedAt: string, entry: AuditEntry): string {
  const { id, at, login, actor, role, scope, action, tableName, rowCount, firstKey, lastKey, detail } = entry;
  const fields = [String(position), sealedAt, id, at, login, actor, role, scope, action];
  const text = canonicalText([...fields, tableName, rowCount, firstKey, lastKey, detail]);
  return createHash('sha256').update(Buffer.from(before, 'hex')).update(text).digest('hex');
}
