import { isDay, Role } from '@tieuchi/subgraph-kit';
import { z } from 'zod';

const name = z.string().regex(/^[^\p{C}]{1,200}$/u, 'must be 1 to 200 printable characters');
const instant = z.iso.datetime('must be an instant such as 2026-03-01T00:00:00.000Z');
const day = z.string().refine(isDay, 'must be a day such as 2026-03-01');

/** What somebody may be, where, and from when to when. Ended ones stay: they say what held on an earlier day. */
export const grantSchema = z.strictObject({
  /** Tokens name it, so that they end with it. */
  id: name,
  role: z.enum(Role, `must be among ${Object.values(Role).join(', ')}`),
  /** Id of the unit whose subtree it holds for; `VN` is the whole country. */
  within: name,
  /** First and last day in Vietnam; null has no end. */
  from: day,
  until: day.nullable(),
  grantedBy: name,
  grantedAt: instant,
  revokedBy: name.nullable(),
  revokedAt: instant.nullable(),
});
export type Grant = z.output<typeof grantSchema>;

/** Somebody who may get tokens. Never removed, so that a subject in the audit is one person for ever. */
export const userSchema = z.strictObject({
  subject: name,
  /** For people; the audit keeps the subject. */
  name,
  addedBy: name,
  addedAt: instant,
  grants: z.array(grantSchema),
});
export type User = z.output<typeof userSchema>;
