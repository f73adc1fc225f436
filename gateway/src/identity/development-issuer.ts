import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Role } from '@tieuchi/subgraph-kit';
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import { TOKEN_AUDIENCE } from './token-verifier';

const LIFETIME = '12h';

export interface DevelopmentIssuer {
  /** What the gateway verifies with. */
  readonly keys: JSONWebKeySet;
  /** A token for each role, for the whole country. */
  issueTokens(): Promise<ReadonlyMap<Role, string>>;
}

/** An issuer for a machine without one: its key lies in a file that only its owner can read, made at the first start. */
export async function createDevelopmentIssuer(keyFile: string): Promise<DevelopmentIssuer> {
  if (!existsSync(keyFile)) {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    writeFileSync(keyFile, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  }
  const jwk = JSON.parse(readFileSync(keyFile, 'utf8')) as JWK;
  const privateKey = await importJWK(jwk, 'EdDSA');
  const { d: _secret, ...publicKey } = jwk;
  const issue = (role: Role) =>
    new SignJWT({ role, scope: 'VN' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject(`development-${role.toLowerCase()}`)
      .setAudience(TOKEN_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(LIFETIME)
      .sign(privateKey);
  return {
    keys: { keys: [{ ...publicKey, alg: 'EdDSA' }] },
    issueTokens: async () =>
      new Map(await Promise.all(Object.values(Role).map(async (role) => [role, await issue(role)] as const))),
  };
}
