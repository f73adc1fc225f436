import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, SourceStatus, SpeakingError, StartError } from '@tieuchi/subgraph-kit';
import { z } from 'zod';
import { type ReportingPeriod, ReportingPeriodKind } from './reporting-period';

const monthDay = z.string().regex(/^\d{2}-\d{2}$/, 'must be a month and a day such as "12-15"');

const calendar = z.strictObject({
  source: z.string(),
  status: z.enum(SourceStatus),
  periods: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(ReportingPeriodKind),
      from: monthDay,
      fromYearBefore: z.boolean(),
      to: monthDay,
    }),
  ),
});

const CALENDAR = readCalendar(join(__dirname, '../../data/rules/reporting-periods.json'));
const FIRST_YEAR = 2000;
const LAST_YEAR = 2999;

/**
 * Quarters, halves and the whole of a year, as the file says them.
 * @param today in Vietnam
 * @throws SpeakingError BAD_USER_INPUT for a number that is no year of ours
 */
export function reportingPeriods(year: number, today: Day): ReportingPeriod[] {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new SpeakingError('BAD_USER_INPUT', `year: ${year} – a year from ${FIRST_YEAR} to ${LAST_YEAR}.`);
  }
  const { source, status, periods } = CALENDAR;
  return periods.map(({ name, kind, from, fromYearBefore, to }) => {
    const lastDay = `${year}-${to}`;
    return {
      id: `${year}-${name}`,
      kind,
      from: `${fromYearBefore ? year - 1 : year}-${from}`,
      to: lastDay,
      knownOn: lastDay,
      year,
      status,
      source,
      isClosed: lastDay < today,
    };
  });
}

/** @throws StartError that names each fault of the file with its place */
function readCalendar(file: string): z.infer<typeof calendar> {
  const parsed = calendar.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new StartError(`rules/reporting-periods.json: ${faults}`, 'mend the file and start again');
}
