import type { Role } from '../identity/actor';

/** `SYSTEM` is work that no person asked for; it acts as ADMIN for the whole country, so ADMIN includes it. */
export type Writer = Role | 'SYSTEM';

/** The ways to write to a table; `CLOSE` sets `recorded_to` of an open row and nothing else. */
export type WriteAct = 'INSERT' | 'CLOSE' | 'UPDATE' | 'DELETE';

/** What roles that own functions do in a table, whoever acts: the one that counts, the one that audits. */
export type FunctionRoles = Readonly<Record<string, 'READ' | 'APPEND' | 'WRITE'>>;

/** Rows that everybody, or all readers, see once they are published; before, those alone who may see what is not, of their own units. */
export interface Published {
  /** SQL that holds for a published row. */
  readonly where: string;
  /** Who sees published rows; without it everybody. */
  readonly readers?: readonly Role[];
}

/** Rows that whoever wrote them sees, and the system. */
export interface Own {
  /** The column with the subject of who wrote the row. */
  readonly ownedBy: string;
}

/**
 * One line of a service's policy table: rights, row-level security, audit triggers and `docs/access.md` are made of it, so
 * that code, database and documentation cannot differ. What is not said is refused.
 */
export interface TablePolicy {
  readonly table: string;
  /** Who sees its rows; `all`: whoever the service answers. */
  readonly read: 'all' | readonly Role[] | Published | Own;
  readonly write: Partial<Readonly<Record<WriteAct, readonly Writer[]>>>;
  /** SQL for the unit that a written row belongs to, which must lie in the actor's subtree; null: rows belong to no unit. */
  readonly unit: string | null;
  readonly functionRoles?: FunctionRoles;
  /** SQL for what an audit entry names the first and the last written row by; null where no people write. */
  readonly auditKey: string | null;
  /** Why so, in words for people. */
  readonly why: string;
}
