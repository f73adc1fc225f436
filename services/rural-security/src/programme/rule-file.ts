import { z } from 'zod';

/** A percentage that decides something: text, so that no float decides it. */
export const percent = z
  .string()
  .regex(
    /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/,
    'must be a percentage from 0 to 100 as text, such as "99" or "87.5"',
  );

const measure = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'must name a measure in letters and digits, beginning with a small letter')
  .describe('The name under which a unit reports this number.');

const shareCondition = z.strictObject({ part: measure, of: measure, atLeastPercent: percent });

/** How one content (nội dung) is decided: the kinds of `judging/rule.ts`. */
export const itemRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('STATED') }).describe('The appraiser says it; nothing is computed.'),
    z
      .strictObject({ kind: z.literal('SHARE_OF_SUB_UNITS'), conditions: z.array(shareCondition).nonempty() })
      .describe('Each part is at least so many percent of its whole.'),
    z
      .strictObject({
        kind: z.literal('NOT_MORE_THAN_YEAR_BEFORE'),
        measures: z.array(measure).nonempty(),
        strict: z.boolean().describe('True: less than the year before, not only "not more".'),
      })
      .describe('"Kiềm chế, giảm so với năm trước".'),
    z
      .strictObject({
        kind: z.literal('CHANGE_AGAINST_BASE_YEAR'),
        measures: z.array(measure).nonempty(),
        baseYear: z.int(),
        fewerByAtLeastPercent: percent,
      })
      .describe('Each measure fell by at least so many percent against the base year.'),
  ])
  .describe('How this content is decided. What nobody could check against its text is STATED.');

/** How the whole indicator is decided from its contents. */
export const indicatorRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ALL_OF') }).describe('All contents are met.'),
    z
      .strictObject({ kind: z.literal('AT_LEAST_OF'), count: z.int().positive() })
      .describe('At least so many contents are met.'),
    z
      .strictObject({ kind: z.literal('STATED') })
      .describe('The appraiser states the verdict of the whole: its contents are not known one by one.'),
  ])
  .describe('How the indicator is decided from its contents.');
