import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError, UnitKind } from '@tieuchi/subgraph-kit';
import { z } from 'zod';

const rulesFile = z.strictObject({
  /** Which of our indicators a report means; what is not listed is counted only. */
  mapped: z.array(z.strictObject({ name: z.string(), version: z.string(), indicatorId: z.string() })),
  titled: z.array(
    z.strictObject({
      name: z.string(),
      titleVi: z.string(),
      titleEn: z.string(),
      nounVi: z.string(),
      nounEn: z.string(),
      /** The total is a number to be reached and not a population: more than all of it may be held. */
      totalIsQuota: z.boolean().default(false),
    }),
  ),
  /** Words for a population, and the kinds of units that they mean. */
  populations: z.array(z.strictObject({ words: z.string(), kinds: z.array(z.enum(UnitKind)).nonempty() })),
});

export interface ReportedIndicatorTexts {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly nounVi: string;
  readonly nounEn: string;
  readonly totalIsQuota: boolean;
}

const RULES = readRules(join(__dirname, '../../data/rules/reported-indicators.json'));

/** The id of ours that a report's name and version mean, else `NAME/VERSION`: two names never share an axis. */
export function reportedIndicatorId(name: string, version: string): string {
  const mapped = RULES.mapped.find((one) => one.name === name && one.version === version);
  return mapped?.indicatorId ?? `${name}/${version}`;
}

/** What a report's name is called in texts; a name that nobody has titled is shown as it came. */
export function reportedIndicatorTexts(name: string): ReportedIndicatorTexts {
  const titled = RULES.titled.find((one) => one.name === name);
  return titled ?? { titleVi: name, titleEn: name, nounVi: 'đơn vị', nounEn: 'units', totalIsQuota: false };
}

/** The kinds of units that words for a population mean; null where only people can read them. */
export function populationKinds(words: string): readonly UnitKind[] | null {
  return RULES.populations.find((one) => one.words === words.trim().toLowerCase())?.kinds ?? null;
}

/** @throws StartError that names each fault of the file with its place */
function readRules(file: string): z.infer<typeof rulesFile> {
  const parsed = rulesFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new StartError(`rules/reported-indicators.json: ${faults}`, 'mend the file and start again');
}
