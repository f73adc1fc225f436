import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, Role } from '@tieuchi/subgraph-kit';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** A ministry's issuer, whose keys are a file; it names roles as we do. */
export interface TestIssuer {
  /** What TIEUCHI_ISSUERS names. */
  readonly file: string;
  /** As its tokens' `iss` has it. */
  readonly name: string;
  readonly publicKey: JWK;
  sign(actor: Actor): Promise<string>;
  /** A token that its own key signs, but with other claims or another header. */
  forge(actor: Actor, claims: object, header?: object): Promise<string>;
  remove(): void;
}

export async function createTestIssuer(): Promise<TestIssuer> {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-test-issuer-'));
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  const name = 'https://sso.tests.invalid';
  const issuer = {
    issuer: name,
    audience: 'tieuchi',
    jwks: 'jwks.json',
    algorithms: ['EdDSA'],
    claims: { role: 'role', scope: 'scope' },
    roles: Role,
  };
  const jwk = await exportJWK(publicKey);
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify({ keys: [jwk] }));
  writeFileSync(join(folder, 'issuers.json'), JSON.stringify([issuer]));
  const forge = ({ subject, role, scope }: Actor, claims: object, header: object = {}) =>
    new SignJWT({
      iss: name,
      aud: 'tieuchi',
      sub: subject,
      role,
      scope,
      exp: Math.floor(Date.now() / 1000) + 3_600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'EdDSA', ...header })
      .sign(privateKey);
  return {
    file: join(folder, 'issuers.json'),
    name,
    publicKey: jwk,
    sign: (actor) => forge(actor, {}),
    forge,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
