import { z } from 'zod';
import { day, text } from './criteria-set-file';
import { percent } from './rule-file';

/** What a paper asks of an indicator: by a due day, or in one year (a plan is a target). */
export const target = z
  .strictObject({
    id: text.describe('Names the paper and its target: "qd-926/t3". Unique among all programmes.'),
    scopeLevel: z.enum(['COUNTRY', 'PROVINCE', 'DISTRICT']).describe('The level of the unit that set it.'),
    scopeCode: z
      .string('must be text, so that leading zeros stay')
      .describe('"VN", or the statistics office\'s code as text: "01".'),
    scopeMap: day.describe('A day of the map on which the unit had that code.'),
    direction: z.enum(['AT_LEAST', 'REDUCE_BY_AT_LEAST']),
    percent: percent.nullable().default(null).describe('Either this or `units`.'),
    units: z.int().nonnegative().nullable().default(null).describe('So many units; only in an interim target.'),
    year: z.int().nullable().default(null).describe('The assessment year of an interim target; null: for the due day.'),
    due: day.nullable(),
    baselineYear: z.int().nullable().describe('The assessment year from which progress is measured.'),
    source: text,
    version: z
      .union([day, z.literal('undated')], 'must be a day written YYYY-MM-DD, or "undated"')
      .describe('The day of the paper; of several targets the latest stands first.'),
  })
  .describe('What a paper asks of the indicator.');

export type TargetFile = z.infer<typeof target>;
