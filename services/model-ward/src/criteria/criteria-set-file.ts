import { SourceStatus } from '@tieuchi/subgraph-kit';
import { z } from 'zod';

const text = z.string().trim().min(1, 'must not be empty');
const day = z.iso.date('must be a day of the calendar, written YYYY-MM-DD');
const status = z
  .enum(SourceStatus)
  .describe('SOURCED: as the source says. UNVERIFIED: nobody here saw it. INFERENCE: our conclusion.');

const criterion = z
  .strictObject({
    number: z.int().positive().describe('Criteria count from 1 without a gap; a place on the scorecard.'),
    textVi: text.nullable().describe('In the words of the source; null where no source shows it.'),
    textEn: text.nullable(),
    status,
    source: text.nullable(),
  })
  .refine(({ textVi, status: said }) => (textVi === null) === (said === 'UNVERIFIED'), {
    path: ['status'],
    message: 'must be UNVERIFIED exactly where the text is null',
  })
  .refine(({ textVi, source }) => textVi === null || source !== null, {
    path: ['source'],
    message: 'must say where the text stands',
  })
  .describe('One criterion (tiêu chí).');

const scoring = z
  .strictObject({
    official: z.literal(false).describe('No source shows points: whoever adds them says that they are a convention.'),
    note: text.describe('Whose convention it is, in Vietnamese.'),
    points: z.array(z.strictObject({ number: z.int().positive(), points: z.int().positive() })),
  })
  .describe('Points for criteria: a convention, never the official measure.');

/** Which criteria a ward is scored by, in which years. */
export const criteriaSetFile = z
  .strictObject({
    $schema: z.literal('./criteria-set.schema.json'),
    id: text.describe('Stable: "pilot-22".'),
    titleVi: text,
    titleEn: text,
    status,
    source: text,
    note: text.nullable().describe('What the sources leave open, in Vietnamese.'),
    years: z
      .array(
        z.strictObject({ year: z.int(), countedOn: day.describe('The day on whose map codes of wards are read.') }),
      )
      .nonempty('must hold a year'),
    criteriaCount: z.int().positive(),
    groupCount: z.int().positive().nullable().describe('Null where no source says it.'),
    criteria: z.array(criterion),
    topics: z
      .array(z.strictObject({ textEn: text, source: text }))
      .describe('What reports say that criteria are about, without a place among them.'),
    scoring: scoring.nullable(),
  })
  .superRefine(({ criteria, criteriaCount }, context) => {
    if (criteria.length !== criteriaCount) {
      context.addIssue({ code: 'custom', path: ['criteria'], message: `must hold ${criteriaCount} criteria` });
    }
    const place = criteria.findIndex(({ number }, index) => number !== index + 1);
    if (place >= 0) {
      context.addIssue({
        code: 'custom',
        path: ['criteria', place, 'number'],
        message: `must be ${place + 1}: criteria count from 1 without a gap`,
      });
    }
  })
  .describe('A criteria set of the model ward police, and the years that it holds for.');

export type CriteriaSetFile = z.output<typeof criteriaSetFile>;

/** The published schema of the file. Ends with a line break. */
export function printCriteriaSetSchema(): string {
  const schema = z.toJSONSchema(criteriaSetFile, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'Criteria set of model wards (Tiêu chí)' }, null, 2)}\n`;
}
