import { dayInVietnam, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import { importJWK, SignJWT } from 'jose';
import { changeBooks, type IssuerBooks, readBooks } from './issuer-folder';
import { IssuerRefusal } from './issuer-refusal';
import { makeSigningKey, publicJwk, rotateKeys, type SigningKey } from './signing-key';
import type { Grant, User } from './user';
import { addGrant, addUser, type Deed, findUser, type GrantWanted, pickGrant, revokeGrants } from './user-rules';

/** `iss` of the tokens that an installation without a ministry's issuer issues itself, and their audience. */
export const OWN_ISSUER = 'tieuchi';

export const MOST_HOURS = 720;

export interface TokenWanted {
  readonly subject: string;
  /** Which of the grants, where there are several. */
  readonly role: string | null;
  readonly within: string | null;
  readonly hours: number;
}

export interface IssuedToken {
  readonly token: string;
  readonly grant: Grant;
  readonly expiresAt: Date;
}

/**
 * The issuer of an installation without one: a folder with its keys and users. Each function reads and writes the
 * folder; nothing is kept between two calls.
 */
export interface OwnIssuer {
  readonly folder: string;
  users(): readonly User[];
  keys(): readonly SigningKey[];
  /** @throws IssuerRefusal, as do the others */
  addUser(subject: string, name: string, by: string): Promise<void>;
  grant(subject: string, wanted: GrantWanted, by: string): Promise<Grant>;
  /** @returns the grants that it ended */
  revoke(subject: string, grantId: string | null, by: string): Promise<Grant[]>;
  issueToken(wanted: TokenWanted): Promise<IssuedToken>;
  rotateKey(atOnce: boolean): Promise<SigningKey>;
}

export function openOwnIssuer(folder: string, now: () => Date = () => new Date()): OwnIssuer {
  const deed = (by: string): Deed => ({ by, at: now() });
  const changeUsers = <T>(
    change: (users: readonly User[]) => User[],
    resultOf: (users: User[], before: readonly User[]) => T,
  ) =>
    changeBooks(folder, async (before) => {
      const users = change(before.users);
      return { books: { ...(await withKey(before, now())), users }, result: resultOf(users, before.users) };
    });

  return {
    folder,
    users: () => readBooks(folder).users,
    keys: () => readBooks(folder).keys,
    addUser: (subject, name, by) =>
      changeUsers(
        (users) => addUser(users, subject, name, deed(by)),
        () => undefined,
      ),
    grant: (subject, wanted, by) =>
      changeUsers(
        (users) => addGrant(users, subject, wanted, deed(by)),
        (users) => findUser(users, subject).grants.at(-1) as Grant,
      ),
    revoke: (subject, grantId, by) =>
      changeUsers(
        (users) => revokeGrants(users, subject, grantId, deed(by)),
        (users, before) => {
          const wasOpen = new Set(
            findUser(before, subject)
              .grants.filter(({ revokedAt }) => !revokedAt)
              .map(({ id }) => id),
          );
          return findUser(users, subject).grants.filter(({ id, revokedAt }) => revokedAt && wasOpen.has(id));
        },
      ),
    issueToken: (wanted) =>
      changeBooks(folder, async (before) => issueToken(await withKey(before, now()), wanted, now())),
    rotateKey: (atOnce) =>
      changeBooks(folder, async (before) => {
        const fresh = await makeSigningKey(now());
        return { books: { ...before, keys: rotateKeys(before.keys, fresh, now(), atOnce) }, result: fresh };
      }),
  };
}

/** The first change of a folder makes its first key. */
export async function withKey(books: IssuerBooks, now: Date): Promise<IssuerBooks> {
  return books.keys.length > 0 ? books : { ...books, keys: [await makeSigningKey(now)] };
}

/**
 * A token for one grant, no longer than that lasts.
 * @throws IssuerRefusal
 */
export async function issueToken(books: IssuerBooks, { subject, role, within, hours }: TokenWanted, now: Date) {
  if (!(hours > 0 && hours <= MOST_HOURS))
    throw new IssuerRefusal(`a token lasts more than 0 and at most ${MOST_HOURS} hours`);
  const grant = pickGrant(findUser(books.users, subject), role, within, dayInVietnam(now));
  const wanted = now.getTime() + hours * 3_600_000;
  const end = grant.until === null ? Number.POSITIVE_INFINITY : Date.parse(endOfDayInVietnam(grant.until));
  // a token's times are whole seconds
  const expiresAt = new Date(Math.floor(Math.min(wanted, end) / 1000) * 1000);
  const [key, ...older] = books.keys as [SigningKey, ...SigningKey[]];
  const token = await sign(key, subject, grant, now, expiresAt);
  const last = new Date(Math.max(Date.parse(key.lastTokenExpiresAt ?? '1970-01-01'), expiresAt.getTime()));
  const keys = [{ ...key, lastTokenExpiresAt: last.toISOString() }, ...older];
  return { books: { ...books, keys }, result: { token, grant, expiresAt } satisfies IssuedToken };
}

/** It says whose grant it is for; what that is, the books say when it is used. */
async function sign(key: SigningKey, subject: string, grant: Grant, now: Date, expiresAt: Date): Promise<string> {
  return new SignJWT({ grant: grant.id })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'JWT' })
    .setIssuer(OWN_ISSUER)
    .setSubject(subject)
    .setAudience(OWN_ISSUER)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(await importJWK({ ...publicJwk(key), d: key.d ?? undefined }, 'EdDSA'));
}
