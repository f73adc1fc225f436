import { join } from 'node:path';
import { z } from 'zod';
import { QUOTA_REPORT } from './quota-report';

/** Published for scripts that read `--format json`. */
export const REPORT_SCHEMA_FILE = join(__dirname, '../../quota-check.schema.json');

export function reportSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(QUOTA_REPORT), null, 2)}\n`;
}
