import { dayInVietnam, Role } from '@tieuchi/subgraph-kit';
import { changeBooks, type IssuerBooks } from './issuer-folder';
import { issueToken, withKey } from './own-issuer';
import type { User } from './user';
import { addGrant, addUser, isOpen, revokeGrants } from './user-rules';

const HOURS = 12;
const BY = 'npm start';

const ROLES = Object.values(Role);
const subjectOf = (role: Role) => `development-${role.toLowerCase()}`;

/**
 * A token for each role, for the whole country: for a machine that nobody else reaches. Each role is a user like any
 * other, whose grant can be seen and revoked.
 */
export function issueDevelopmentTokens(folder: string): Promise<ReadonlyMap<Role, string>> {
  return changeBooks(folder, async (before) => {
    const now = new Date();
    let books: IssuerBooks = { ...(await withKey(before, now)), users: withDevelopers(before.users, now) };
    const tokens = new Map<Role, string>();
    for (const role of ROLES) {
      const wanted = { subject: subjectOf(role), role, within: 'VN', hours: HOURS };
      const issued = await issueToken(books, wanted, now);
      books = issued.books;
      tokens.set(role, issued.result.token);
    }
    return { books, result: tokens };
  });
}

/** Where others reach the gateway, what an earlier start on loopback printed opens nothing; the issuer has its key. */
export function endDevelopmentGrants(folder: string): Promise<void> {
  return changeBooks(folder, async (before) => {
    const deed = { by: BY, at: new Date() };
    const isGranted = (user: User | undefined) => user?.grants.some(({ revokedAt }) => revokedAt === null);
    const users = ROLES.map(subjectOf)
      .filter((subject) => isGranted(before.users.find((user) => user.subject === subject)))
      .reduce((changed: readonly User[], subject) => revokeGrants(changed, subject, null, deed), before.users);
    return { books: { ...(await withKey(before, deed.at)), users }, result: undefined };
  });
}

function withDevelopers(users: readonly User[], now: Date): readonly User[] {
  const today = dayInVietnam(now);
  const deed = { by: BY, at: now };
  return ROLES.reduce((changed: readonly User[], role) => {
    const subject = subjectOf(role);
    const found = changed.find((user) => user.subject === subject);
    if (found?.grants.some((grant) => isOpen(grant, today))) return changed;
    const added = found ? changed : addUser(changed, subject, `${role} (phát triển)`, deed);
    return addGrant(added, subject, { role, within: 'VN', from: today, until: null }, deed);
  }, users);
}
