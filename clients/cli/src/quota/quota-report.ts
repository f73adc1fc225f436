import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().min(0);

const totals = z.strictObject({
  required: count.describe('Pilot wards that the rule asks, summed over the units.'),
  held: count.describe('Wards that count, summed over the units; it may exceed `required` while units are short.'),
  shortfall: count.describe('Sum of the shortfalls of the units: a surplus elsewhere never fills a gap.'),
  fulfilled: z.boolean(),
});

const standing = z.strictObject({
  code: z.string().nullable().describe('Of the statistics office, with leading zeros, on the map that is read.'),
  name: z.string().nullable(),
  countedAs: z.string().describe("The unit's kind on that map."),
  required: count,
  held: count,
  shortfall: count,
  fulfilled: z.boolean(),
  pending: count.describe('Wards that do not count yet, but may still be recognised in time.'),
  verdict: z
    .enum(['FULFILLED', 'SHORT', 'UNDECIDED'])
    .describe('UNDECIDED: short now, and pending wards would fill the gap.'),
  sentence: z.string().describe('In Vietnamese.'),
});

/** What `tieuchi quota check --format json` prints; the published schema is made from it. */
export const QUOTA_REPORT = z
  .strictObject({
    format: z.literal('tieuchi/quota-check/1'),
    outcome: z
      .enum(['FULFILLED', 'SHORT', 'UNKNOWN'])
      .describe('SHORT: a unit is short for certain. UNKNOWN: none is, and some are undecided.'),
    asked: z.strictObject({
      rule: z.string(),
      asOf: day.nullable().describe('The map of the second reading; null: none was asked.'),
      knownOn: day.nullable().describe('Null: all that is recorded now.'),
    }),
    origin: z.string().describe('SYNTHETIC: made by the software, not by any province.'),
    rule: z.strictObject({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      sourceDate: day.nullable(),
      words: z.string().describe('Of the source.'),
      reading: z.string().describe('How they are read.'),
      status: z.enum(['SOURCED', 'UNVERIFIED', 'INFERENCE']),
      deadline: day,
      map: day.describe('The map on which the rule was set; its units are codes of that day.'),
      counts: z.string(),
    }),
    ...totals.shape,
    sentences: z.array(z.string()).describe('The check in Vietnamese sentences.'),
    standings: z.array(standing).describe("Unit by unit, on the rule's own map."),
    carried: z
      .strictObject({
        map: day,
        ...totals.shape,
        unplaced: count.describe('Required by units that lie in several groups.'),
        standings: z.array(standing),
      })
      .nullable()
      .describe('The second reading, for reference; it never decides the outcome.'),
  })
  .meta({ title: 'tieuchi quota check', description: 'A quota rule checked unit by unit.' });

export type QuotaReport = z.infer<typeof QUOTA_REPORT>;
export type Standing = QuotaReport['standings'][number];
