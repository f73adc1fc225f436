import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of this installation; clients compare it with their own. */
export const VERSION: string = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version;
