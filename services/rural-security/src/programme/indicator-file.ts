import { UnitKind } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { criteriaSet, day, source, status, text } from './criteria-set-file';
import { target } from './target-file';

const population = z
  .strictObject({
    id: text,
    level: z.enum(['COMMUNE', 'DISTRICT']),
    kinds: z
      .array(z.enum(UnitKind))
      .nonempty('must name a kind of unit, or be null where the units are not known')
      .nullable()
      .describe('Kinds of unit that it counts; null where the list of units is not known, so that nothing is counted.'),
    isDefault: z.boolean(),
    note: text.nullable(),
  })
  .describe('A set of units that the indicator may be counted over.');

const year = z
  .strictObject({
    year: z.int(),
    criteriaVersion: text.describe('A `version` of the criteria sets: the version follows the year.'),
    windowFrom: day,
    windowTo: day,
    windowStatus: status,
    submitBy: day
      .nullable()
      .default(null)
      .describe('Last day to submit without being late; null: the end of the window.'),
    countedOn: day.describe('The map whose units this year counts, on whatever map the answer is grouped.'),
    countedOnBasis: text.describe('Why that day, in Vietnamese.'),
  })
  .describe('An assessment year. Without one nothing is assessed and nothing is counted.');

const authority = z
  .strictObject({
    nameVi: text.nullable().describe('Null where the sources do not say.'),
    nameEn: text.nullable(),
    validFrom: day.nullable(),
    validTo: day.nullable(),
    status,
    source,
  })
  .describe('Who takes the last step, in which time.');

const unitGroup = z
  .strictObject({ id: text, titleVi: text, titleEn: text, status, source })
  .describe('A group of units for which the criteria differ.');

export const indicator = z
  .strictObject({
    id: text.describe('Unique among all programmes: "ntm-2021-2025/19.2".'),
    number: text.describe('As the set prints it: "19.2".'),
    shape: z
      .enum(['UNITS_MET', 'CASES', 'POINTS'])
      .default('UNITS_MET')
      .describe('UNITS_MET is counted in units; CASES compares numbers of cases; POINTS is kept for its texts alone.'),
    titleVi: text,
    titleEn: text,
    nounVi: text.describe('What it counts: "xã".'),
    nounEn: text.describe('The same in English and in the plural: "communes".'),
    lastStep: z.enum(['CONFIRMATION', 'RECOGNITION_DECISION']).nullable(),
    source,
    authorities: z.array(authority).default([]),
    unitGroups: z.array(unitGroup).default([]),
    populations: z.array(population),
    criteriaSets: z.array(criteriaSet),
    years: z.array(year).describe('In the order of time.'),
    targets: z.array(target),
  })
  .describe('One indicator (chỉ tiêu).');

export type IndicatorFile = z.infer<typeof indicator>;
export type YearFile = z.infer<typeof year>;
