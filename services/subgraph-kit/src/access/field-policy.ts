import { Role } from '../identity/actor';

/**
 * One line of a service's field policy. `docs/access.md`, the check before an operation runs and the resolvers are made of
 * it, as the database is of the table policy. A field without a line stops the start.
 */
export interface FieldPolicy {
  readonly type: string;
  readonly field: string;
  /** Who may ask for it; of a mutation: who may call it. */
  readonly roles: readonly Role[];
  /** What others get: a refusal of the whole operation before anything of it runs, or null, as where there is nothing. */
  readonly otherwise: 'REFUSED' | 'NULL';
  /** Whether two of one role and part of the country may be told different things. */
  readonly isOwn?: true;
}

/** Fields by the name of their type, parted by blanks: `{ Measure: 'name count' }`. */
export type FieldsByType = Readonly<Record<string, string>>;

const EVERYBODY: readonly Role[] = Object.values(Role);
/** Whoever signed in. */
export const STAFF: readonly Role[] = EVERYBODY.filter((role) => role !== Role.PUBLIC);
/** Those who work with officers, and so know their names. */
export const COLLEAGUES: readonly Role[] = STAFF.filter((role) => role !== Role.VIEWER);

function linesOf(fields: FieldsByType, roles: readonly Role[], otherwise: FieldPolicy['otherwise']): FieldPolicy[] {
  return Object.entries(fields).flatMap(([type, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((field) => ({ type, field, roles, otherwise })),
  );
}

/** Published figures, and what explains them. */
export function everyone(fields: FieldsByType): FieldPolicy[] {
  return linesOf(fields, EVERYBODY, 'REFUSED');
}

/** What is not published: drafts, single contents, reasons, evidence, work. */
export function only(roles: readonly Role[], fields: FieldsByType): FieldPolicy[] {
  return linesOf(fields, roles, 'REFUSED');
}

/** What whoever asks has done: nobody else's answer. */
export function own(roles: readonly Role[], fields: FieldsByType): FieldPolicy[] {
  return only(roles, fields).map((line) => ({ ...line, isOwn: true }));
}

/** Names of people: null for whoever does not work with them. */
export function namesOfPeople(fields: FieldsByType): FieldPolicy[] {
  return linesOf(fields, COLLEAGUES, 'NULL');
}

/** The wrapping of a list in pages, which tells no more than the field that gives it. */
export function pagesOf(...names: string[]): FieldPolicy[] {
  const wrapped = names.flatMap((name) => [
    [`${name}Connection`, 'nodes edges pageInfo totalCount'],
    [`${name}Edge`, 'cursor node'],
  ]);
  return everyone({ ...Object.fromEntries(wrapped), PageInfo: 'hasNextPage endCursor' });
}

/** Roles in words: `APPRAISER, MINISTRY`, or `whoever signed in`. */
export function nameRoles(roles: readonly Role[]): string {
  if (roles === STAFF) return 'whoever signed in';
  return roles === COLLEAGUES ? 'whoever signed in, but VIEWER' : roles.join(', ');
}

/** Whether something is everybody's and so needs no check. */
export function isPublished({ roles }: FieldPolicy): boolean {
  return roles.length === EVERYBODY.length;
}
