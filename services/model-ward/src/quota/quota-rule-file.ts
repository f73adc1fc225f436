import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Level, parsePercent, readDataFile, requiredCount, SourceStatus, StartError } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { QuotaBy, QuotaCounts } from './quota-enums';

const FILE = join(__dirname, '../../data/quota-rules.json');

const text = z.string().trim().min(1, 'must not be empty');
const day = z.iso.date('must be a day of the calendar, written YYYY-MM-DD');
const level = z.enum({ PROVINCE: Level.PROVINCE, DISTRICT: Level.DISTRICT });

const share = z
  .strictObject({
    percent: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,2})?$/, 'must be a percentage such as "30"')
      .refine((said) => Number(said) <= 100, 'must be at most 100'),
    of: z.int().positive().describe('The number that the source prints.'),
    words: text.describe('What is counted: "phường".'),
  })
  .describe('A share of a printed number; at least means rounded up.');

const units = z.union([
  z.strictObject({ level, codes: z.array(text).nonempty(), required: z.int().nonnegative() }),
  // a printed number is that of one unit
  z.strictObject({ level, codes: z.tuple([text]), share }),
]);

const quotaRule = z
  .strictObject({
    id: text,
    titleVi: text,
    titleEn: text,
    source: text,
    sourceDate: day.nullable(),
    words: text,
    reading: text,
    status: z.enum(SourceStatus),
    notKnown: text.nullable(),
    deadline: day,
    map: day,
    countedOn: day.nullable(),
    counts: z.enum(QuotaCounts),
    by: z.enum(QuotaBy),
    validityYears: z.int().positive().nullable(),
    units: z.array(units),
  })
  .refine(({ counts, by }) => (counts === 'REGISTERED') === (by === 'REGISTRATION_DATE'), {
    path: ['by'],
    message: 'must be REGISTRATION_DATE exactly where registrations count',
  })
  .refine(({ notKnown, units: named }) => (notKnown === null) === named.length > 0, {
    path: ['units'],
    message: 'must be empty exactly where something is not known',
  })
  .refine(({ notKnown, status }) => notKnown === null || status === 'UNVERIFIED', {
    path: ['status'],
    message: 'must be UNVERIFIED where something is not known',
  });

const quotaRules = z.array(quotaRule);

export type QuotaRuleFile = z.infer<typeof quotaRules>;

/** @throws StartError that names each fault with its place */
export function readQuotaRules(file = FILE): QuotaRuleFile {
  const { content, faults } = readDataFile(readFileSync(file), quotaRules);
  if (!faults) return content;
  const lines = faults.map(({ place, message }) => `${place}: ${message}`).join('; ');
  throw new StartError(`quota-rules.json: ${lines}`, 'mend the file and start again');
}

/** The units that a rule names one by one, each with what it must have: a share of 30 % of 249 is 75. */
export function unitsOf({ units: named }: Pick<QuotaRuleFile[number], 'units'>) {
  return named.flatMap((group) =>
    group.codes.map((code) => {
      if ('required' in group) {
        const { level: at, required } = group;
        return { level: at, code, required, sharePercent: null, shareOf: null, shareWords: null };
      }
      const { percent, of, words } = group.share;
      const required = requiredCount(parsePercent(percent), of);
      return { level: group.level, code, required, sharePercent: percent, shareOf: of, shareWords: words };
    }),
  );
}
