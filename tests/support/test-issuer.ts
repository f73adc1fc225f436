import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, Role } from '@tieuchi/subgraph-kit';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A ministry's issuer, whose keys are a file; it names roles as we do. */
export interface TestIssuer {
  /** What TIEUCHI_ISSUERS names. */
  readonly file: string;
  sign(actor: Actor): Promise<string>;
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
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify({ keys: [await exportJWK(publicKey)] }));
  writeFileSync(join(folder, 'issuers.json'), JSON.stringify([issuer]));
  return {
    file: join(folder, 'issuers.json'),
    sign: ({ subject, role, scope }) =>
      new SignJWT({ role, scope })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(name)
        .setSubject(subject)
        .setAudience('tieuchi')
        .setExpirationTime('1h')
        .sign(privateKey),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
