import type { ServiceRoles } from '@tieuchi/subgraph-kit';
import { z } from 'zod';

/** The variable that holds the password of a database role: `GEOGRAPHY_APP_PASSWORD` of `geography_app`. */
export function passwordVariable(role: string): string {
  return `${role.toUpperCase()}_PASSWORD`;
}

/** What a program reads that knows the passwords of all roles that log in, as the services have them in their addresses. */
export function passwordVariables(services: readonly ServiceRoles[]): Record<string, z.ZodType<string>> {
  const roles = services.flatMap(({ schema }) => [`${schema}_owner`, `${schema}_app`]);
  // it stands in an address: what would have to be written otherwise there is refused
  const password = z
    .string('is missing')
    .regex(/^[A-Za-z0-9_-]{16,}$/, 'must have 16 characters or more of A–Z a–z 0–9 _ -');
  return Object.fromEntries(roles.map((role) => [passwordVariable(role), password]));
}
