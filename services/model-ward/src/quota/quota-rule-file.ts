import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Level, SourceStatus, StartError } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { QuotaCounts } from './quota-rule';

const FILE = join(__dirname, '../../data/quota-rules.json');

const quotaRules = z.array(
  z.strictObject({
    id: z.string(),
    titleVi: z.string(),
    titleEn: z.string(),
    source: z.string(),
    sourceDate: z.iso.date(),
    words: z.string(),
    reading: z.string(),
    status: z.enum(SourceStatus),
    deadline: z.iso.date(),
    map: z.iso.date(),
    counts: z.enum(QuotaCounts),
    units: z.array(
      z.strictObject({
        level: z.enum({ PROVINCE: Level.PROVINCE, DISTRICT: Level.DISTRICT }),
        codes: z.array(z.string()).nonempty(),
        required: z.int().nonnegative(),
      }),
    ),
  }),
);

export type QuotaRuleFile = z.infer<typeof quotaRules>;

/** @throws StartError that names each fault with its place */
export function readQuotaRules(): QuotaRuleFile {
  const parsed = quotaRules.safeParse(JSON.parse(readFileSync(FILE, 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new StartError(`quota-rules.json: ${faults}`, 'mend the file and start again');
}
