import { writeFileSync } from 'node:fs';
import { REPORT_SCHEMA_FILE, reportSchema } from './report-schema';

writeFileSync(REPORT_SCHEMA_FILE, reportSchema());
