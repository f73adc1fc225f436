import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';

export interface Secrets {
  /** The password of a database role, the same at every start from this folder. */
  passwordOf(role: string): string;
  /** Signs internal tokens between the gateway and its services. */
  readonly internalKey: string;
  /** Of the installation's own issuer: keys and users. */
  readonly issuerFolder: string;
}

/** The secrets of one installation, made at its first start; only the folder's owner can read them. */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  } catch (error) {
    throw new StartError(
      `the data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code})`,
      'give its owner the right to write, or choose another one with TIEUCHI_DATA_DIR',
    );
  }
  const secret = readFileSync(file, 'utf8');
  const derive = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('hex');
  return {
    passwordOf: (role) => derive(`role ${role}`),
    internalKey: derive('internal token'),
    issuerFolder: join(dataDir, 'issuer'),
  };
}
