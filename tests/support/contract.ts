import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = process.env.TIEUCHI_CONTRACT ?? join(__dirname, '../../../shared/contract');

/** The operations that clients rely on lie beside the checkout; on a machine without them these tests are left out. */
export const hasContract = existsSync(FOLDER);

/** @param name for example `national-overview` */
export function readContract(name: string): string {
  return readFileSync(join(FOLDER, `${name}.graphql`), 'utf8');
}
