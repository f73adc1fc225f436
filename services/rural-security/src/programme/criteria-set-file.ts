import { z } from 'zod';
import { indicatorRule, itemRule } from './rule-file';

export const text = z.string().trim().min(1, 'must not be empty');
export const day = z.iso.date('must be a day of the calendar, written YYYY-MM-DD');
export const status = z
  .enum(['SOURCED', 'UNVERIFIED', 'INFERENCE'], 'must be SOURCED, UNVERIFIED or INFERENCE')
  .describe('SOURCED: as the source says. UNVERIFIED: not checked against the text. INFERENCE: our conclusion.');
export const source = text.nullable().describe('The paper, or the page that reports it; null where there is none.');

const evidencePolicy = z
  .enum(['REQUIRED', 'OPTIONAL', 'REFERENCE_ONLY', 'NONE'])
  .describe(
    'REQUIRED: not sent without evidence. REFERENCE_ONLY: number, date and issuer of the paper, never a file. NONE: takes none.',
  );

const item = z
  .strictObject({
    number: z.int().positive().describe('Contents count from 1 without a gap.'),
    textVi: text.describe('In the words of the paper; where those are not known it says so.'),
    textEn: text.nullable().default(null),
    status,
    source,
    rule: itemRule.default({ kind: 'STATED' }),
    evidencePolicy: evidencePolicy.default('OPTIONAL'),
    evidenceChecklist: z.array(text).default([]).describe('What an appraiser looks for, in Vietnamese.'),
    points: z.int().nonnegative().nullable().default(null).describe('Only for an indicator of shape POINTS.'),
  })
  .describe('One content (nội dung) of the set.');

/** One version of an indicator's contents, and how they decide it. */
export const criteriaSet = z
  .strictObject({
    version: text.describe('Named by its paper: "HD-04-2024". The years say which version holds.'),
    validFrom: day.nullable(),
    validTo: day.nullable(),
    source,
    status,
    rule: indicatorRule,
    items: z.array(item).describe('Empty where no content is known one by one; the rule is STATED then.'),
  })
  .describe('One version of the contents of an indicator.');

export type CriteriaSetFile = z.infer<typeof criteriaSet>;
