import { dayInVietnam, StartError } from '@tieuchi/subgraph-kit';
import { errors, importJWK, type JWTPayload } from 'jose';
import { IdentityFault } from '../identity-fault';
import type { Issuer } from '../issuer';
import { watchFile } from '../watched-file';
import { keysFile, parseKeys, parseUsers, readBooks, usersFile } from './issuer-folder';
import { OWN_ISSUER } from './own-issuer';
import { isVerifying, publicJwk, type SigningKey } from './signing-key';
import type { User } from './user';
import { isOpen } from './user-rules';

/**
 * The installation's own issuer as the gateway sees it. Each token looks whether the folder says something else by now,
 * so that a grant that was revoked ends with the next request, and so does a user who is gone.
 * @throws StartError where the folder holds no key, or cannot be read
 */
export function verifyOwnIssuer(folder: string, now: () => Date = () => new Date()): Issuer {
  if (readBooks(folder).keys.length === 0) {
    throw new StartError(
      `there is no issuer in ${folder}`,
      'make one: npx --no tieuchi key rotate, or unset TIEUCHI_ISSUER_DIR',
    );
  }
  const keys = watchFile(keysFile(folder), (bytes) => importable(parseKeys(keysFile(folder), bytes)));
  const users = watchFile(usersFile(folder), (bytes) => bySubject(parseUsers(usersFile(folder), bytes)));
  return {
    name: OWN_ISSUER,
    audience: OWN_ISSUER,
    algorithms: ['EdDSA'],
    async findKey({ kid }) {
      const found = keys().find(({ key }) => key.kid === kid && isVerifying(key, now()));
      if (!found) throw new errors.JWKSNoMatchingKey();
      return found.imported();
    },
    actorOf({ sub = '', grant: id }: JWTPayload) {
      const grant = readable(users)
        .get(sub)
        ?.grants.find((each) => each.id === id);
      if (!grant || !isOpen(grant, dayInVietnam(now()))) throw new IdentityFault('GRANT_ENDED');
      return { subject: sub, role: grant.role, scope: grant.within };
    },
  };
}

/** A file that cannot be read, or is wrong, refuses everybody until it is put right. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new IdentityFault('ISSUER_UNREADABLE', { cause });
  }
}

/** Imported once, at its first token. */
function importable(keys: readonly SigningKey[]) {
  return keys.map((key) => {
    let imported: ReturnType<typeof importJWK> | undefined;
    return {
      key,
      imported: () => {
        imported ??= importJWK(publicJwk(key), 'EdDSA');
        return imported;
      },
    };
  });
}

function bySubject(users: readonly User[]): ReadonlyMap<string, User> {
  return new Map(users.map((user) => [user.subject, user]));
}
