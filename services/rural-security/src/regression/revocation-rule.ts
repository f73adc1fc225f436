import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceStatus, StartError } from '@tieuchi/subgraph-kit';
import { z } from 'zod';

const revocationRules = z.array(
  z.strictObject({
    code: z.string(),
    indicators: z.array(z.string()).nonempty(),
    source: z.string(),
    status: z.enum(SourceStatus),
    messageVi: z.string().includes('{metInYear}'),
    messageEn: z.string().includes('{metInYear}'),
  }),
);

/** What a regulation says becomes of a recognition; it needs all criteria of the set, so here it only warns. */
export type RevocationRule = z.infer<typeof revocationRules>[number];

const RULES = readRevocationRules(join(__dirname, '../../data/rules/revocation.json'));

/** The rule that an indicator is one part of; null where none is known. */
export function findRevocationRule(indicatorId: string): RevocationRule | null {
  return RULES.find(({ indicators }) => indicators.includes(indicatorId)) ?? null;
}

/** @throws StartError that names each fault of the file with its place */
function readRevocationRules(file: string): RevocationRule[] {
  const parsed = revocationRules.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new StartError(`rules/revocation.json: ${faults}`, 'mend the file and start again');
}
