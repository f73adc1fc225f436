import { type Actor, Role } from './actor';

/** Officers' names are for those who work with them. */
const WITHOUT_NAMES: ReadonlySet<Role> = new Set([Role.PUBLIC, Role.VIEWER]);

export function hidesNames({ role }: Actor): boolean {
  return WITHOUT_NAMES.has(role);
}
