import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Level, readDataFile, StartError } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { QuotaCounts } from '../quota/quota-enums';

const FILE = join(__dirname, '../../data/published-wards.json');

const text = z.string().trim().min(1, 'must not be empty');
const day = z.iso.date('must be a day of the calendar, written YYYY-MM-DD');
const count = z.int().nonnegative();

const printed = {
  id: text.describe('The row of the published figures: "W15".'),
  code: text,
  map: day.describe('The map that the code is one of.'),
  asOf: day,
  note: text.nullable(),
  source: text,
};

const published = z.strictObject({
  wards: z.array(
    z.strictObject({ ...printed, criteriaSet: text, met: count, asked: count, qualifier: text.nullable() }),
  ),
  figures: z.array(
    z.strictObject({
      ...printed,
      level: z.enum(Level),
      counts: z.enum(QuotaCounts),
      printed: count,
      parts: z.array(count).describe('As printed beside the total; empty without.'),
      quota: count.nullable().describe('What the paper sets it against; null without.'),
    }),
  ),
});

export type PublishedFile = z.infer<typeof published>;
export type PublishedWardEntry = PublishedFile['wards'][number];
export type PublishedFigureEntry = PublishedFile['figures'][number];

/** @throws StartError that names each fault with its place */
export function readPublished(file = FILE): PublishedFile {
  const { content, faults } = readDataFile(readFileSync(file), published);
  if (!faults) return content;
  const lines = faults.map(({ place, message }) => `${place}: ${message}`).join('; ');
  throw new StartError(`published-wards.json: ${lines}`, 'mend the file and start again');
}
