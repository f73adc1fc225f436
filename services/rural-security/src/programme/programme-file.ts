import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';
import { z } from 'zod';

const DATA = join(__dirname, '../../data');

const status = z.enum(['SOURCED', 'UNVERIFIED', 'INFERENCE']);
const day = z.iso.date();

const item = z.strictObject({
  number: z.int().positive(),
  textVi: z.string(),
  status,
  source: z.string().nullable(),
});

const indicator = z.strictObject({
  id: z.string(),
  number: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  nounVi: z.string(),
  nounEn: z.string(),
  lastStep: z.enum(['CONFIRMATION', 'RECOGNITION_DECISION']).nullable(),
  populations: z.array(
    z.strictObject({
      id: z.string(),
      level: z.enum(['COMMUNE', 'DISTRICT']),
      kinds: z.array(z.string()).nullable(),
      isDefault: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
  criteria: z.array(z.strictObject({ version: z.string(), years: z.array(z.int()), items: z.array(item) })),
  targets: z.array(
    z.strictObject({
      id: z.string(),
      scopeLevel: z.enum(['COUNTRY', 'PROVINCE', 'DISTRICT']),
      scopeCode: z.string(),
      scopeMap: day,
      direction: z.enum(['AT_LEAST', 'REDUCE_BY_AT_LEAST']),
      percent: z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, 'must be a percent such as "99" or "87.5"'),
      due: day.nullable(),
      baselineYear: z.int().nullable(),
      source: z.string(),
      version: z.string(),
    }),
  ),
});

const programmeFile = z.strictObject({
  id: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  closingMap: day.nullable(),
  legalBasis: z.array(z.strictObject({ number: z.string(), date: day, issuer: z.string(), status })),
  indicators: z.array(indicator),
});

export type ProgrammeFile = z.infer<typeof programmeFile> & { readonly contentHash: string };

/**
 * The programmes that are shipped, one per file under `data/`.
 * @throws StartError that names the file and each fault with its place
 */
export function readProgrammeFiles(): ProgrammeFile[] {
  return readdirSync(DATA)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readProgrammeFile(name, readFileSync(join(DATA, name), 'utf8')));
}

function readProgrammeFile(name: string, text: string): ProgrammeFile {
  const parsed = programmeFile.safeParse(JSON.parse(text));
  if (parsed.success) return { ...parsed.data, contentHash: createHash('sha256').update(text).digest('hex') };
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new StartError(`programme file ${name}: ${faults}`, 'mend the file and start again');
}
