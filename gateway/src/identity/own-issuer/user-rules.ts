import { randomBytes } from 'node:crypto';
import { ANONYMOUS, type Day, isDay, type Role, SYSTEM } from '@tieuchi/subgraph-kit';
import { IssuerRefusal } from './issuer-refusal';
import { type Grant, grantSchema, type User, userSchema } from './user';

/** Who does it, and when: both stay with what was done. */
export interface Deed {
  readonly by: string;
  readonly at: Date;
}

export interface GrantWanted {
  readonly role: Role;
  readonly within: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** Names that the software itself uses. */
const TAKEN: ReadonlySet<string> = new Set([SYSTEM.subject, ANONYMOUS]);

/** @throws IssuerRefusal */
export function addUser(users: readonly User[], subject: string, name: string, { by, at }: Deed): User[] {
  if (TAKEN.has(subject)) throw new IssuerRefusal(`"${subject}" is a name of the software's own: take another`);
  if (users.some((user) => user.subject === subject)) {
    throw new IssuerRefusal(`"${subject}" is there already; a subject stays one person's for ever`);
  }
  const user = { subject, name, addedBy: by, addedAt: at.toISOString(), grants: [] };
  return [...users, checked(userSchema.safeParse(user))];
}

/** @throws IssuerRefusal */
export function addGrant(users: readonly User[], subject: string, wanted: GrantWanted, { by, at }: Deed): User[] {
  const { role, within, from, until } = wanted;
  if (until !== null && isDay(until) && until < from) {
    throw new IssuerRefusal(`the grant would end on ${until}, before it begins on ${from}`);
  }
  const begun = { grantedBy: by, grantedAt: at.toISOString(), revokedBy: null, revokedAt: null };
  const grant = { id: `g-${randomBytes(6).toString('hex')}`, role, within, from, until, ...begun };
  const parsed = checked(grantSchema.safeParse(grant));
  return changeUser(users, subject, (user) => ({ ...user, grants: [...user.grants, parsed] }));
}

/**
 * Ends one grant of somebody, or all that have not ended.
 * @throws IssuerRefusal where there is none to end
 */
export function revokeGrants(users: readonly User[], subject: string, id: string | null, { by, at }: Deed): User[] {
  return changeUser(users, subject, (user) => {
    const isMeant = (grant: Grant) => grant.revokedAt === null && (id === null || grant.id === id);
    if (!user.grants.some(isMeant)) {
      throw new IssuerRefusal(id ? `"${subject}" has no open grant ${id}` : `"${subject}" has no grant to revoke`);
    }
    const revoked = { revokedBy: by, revokedAt: at.toISOString() };
    return { ...user, grants: user.grants.map((grant) => (isMeant(grant) ? { ...grant, ...revoked } : grant)) };
  });
}

/** Whether it holds on a day. */
export function isOpen({ from, until, revokedAt }: Grant, today: Day): boolean {
  return revokedAt === null && from <= today && (until === null || today <= until);
}

/**
 * The one grant that a token is to be issued for.
 * @throws IssuerRefusal where none holds today, or several do and nothing chooses
 */
export function pickGrant(user: User, role: string | null, within: string | null, today: Day): Grant {
  const open = user.grants.filter((grant) => isOpen(grant, today));
  const fitting = open.filter((grant) => (!role || grant.role === role) && (!within || grant.within === within));
  const [grant, ...others] = fitting;
  const known = user.grants.map(describeGrant).join('; ') || 'none';
  if (!grant) throw new IssuerRefusal(`"${user.subject}" has no such grant that holds on ${today}; granted: ${known}`);
  if (others.length > 0) throw new IssuerRefusal(`say with --role and --within for which: ${known}`);
  return grant;
}

/** @throws IssuerRefusal */
export function findUser(users: readonly User[], subject: string): User {
  const user = users.find((each) => each.subject === subject);
  if (user) return user;
  throw new IssuerRefusal(`there is no user "${subject}": add it with tieuchi user add`);
}

export function describeGrant({ id, role, within, from, until, revokedAt }: Grant): string {
  const end = revokedAt ? `revoked ${revokedAt.slice(0, 10)}` : `until ${until ?? 'revoked'}`;
  return `${id} ${role} within ${within} from ${from} ${end}`;
}

function changeUser(users: readonly User[], subject: string, change: (user: User) => User): User[] {
  findUser(users, subject);
  return users.map((user) => (user.subject === subject ? change(user) : user));
}

function checked<T>(parsed: { success: true; data: T } | { success: false; error: { issues: Issue[] } }): T {
  if (parsed.success) return parsed.data;
  throw new IssuerRefusal(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
}

interface Issue {
  readonly path: PropertyKey[];
  readonly message: string;
}
