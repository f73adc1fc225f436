import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error';

export interface AuditKey {
  readonly privateKey: KeyObject;
  /** The first 16 hexadecimal digits of the SHA-256 of the public key (SPKI, DER): which key signed. */
  readonly keyId: string;
}

/**
 * The Ed25519 key that signs heads, made at its first use in a file that only its owner can read; beside it the public
 * one, for those who verify.
 * @throws StartError where the folder cannot be written
 */
export function readAuditKey(directory: string): AuditKey {
  const file = join(directory, 'audit-key.pem');
  try {
    mkdirSync(directory, { recursive: true });
    makeKey(file);
    chmodSync(file, 0o600);
    const privateKey = createPrivateKey(readFileSync(file));
    const publicKey = createPublicKey(privateKey);
    writeFileSync(join(directory, 'audit-public-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const der = publicKey.export({ type: 'spki', format: 'der' });
    return { privateKey, keyId: createHash('sha256').update(der).digest('hex').slice(0, 16) };
  } catch (error) {
    throw new StartError(
      `the audit's folder ${directory} cannot be used (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`,
      'give its owner the right to write, or choose another one with TIEUCHI_AUDIT_DIR',
    );
  }
}

/** Services start beside each other: the file appears whole, and the first one stays. */
function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
