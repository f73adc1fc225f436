import type { AsOf } from '@tieuchi/subgraph-kit';
import { computeAttainment } from '../compute-attainment';
import type { Counts, UnknownReason } from '../counts';
import type { ShownAttainment, UnknownCount } from './attainment-type';
import type { SeriesYear } from './common-indicator';
import { readSeries, type Series } from './ledger';
import { requireYear, type SeriesQuestion } from './series-question';
import { type AttainmentPoint, SeriesBreak } from './series-type';

/**
 * The answer of one year.
 * @throws SpeakingError as `readSeries` and `requireYear`
 */
export function showAttainment(
  ledger: string,
  question: SeriesQuestion,
  year: number,
  asOf: AsOf,
): ShownAttainment | null {
  const series = readSeries(ledger, question);
  return showYear(series, requireYear(series, year), asOf);
}

/**
 * The answers of all years, those that this unit cannot answer for as null.
 * @throws SpeakingError as `readSeries`
 */
export function showSeries(ledger: string, question: SeriesQuestion, asOf: AsOf): AttainmentPoint[] {
  const series = readSeries(ledger, question);
  return series.years.map((one) => ({
    year: one.year,
    countedOn: one.countedOn,
    breaks: [
      ...(one.hasOtherUnits ? [SeriesBreak.OTHER_UNITS] : []),
      ...(one.hasOtherCriteria ? [SeriesBreak.OTHER_CRITERIA] : []),
    ],
    attainment: showYear(series, one, asOf),
  }));
}

function showYear(read: Series, { year, mapExact }: SeriesYear, asOf: AsOf): ShownAttainment | null {
  const { population, series, target, wording } = read;
  const attainment = computeAttainment({ year, today: asOf.knownOn ?? asOf.today, series, target });
  const counts = series.get(year);
  if (!attainment || !counts) return null;
  const { selfAssessedMet } = counts;
  const unknownByReason = () => listReasons(counts);
  const explained = () => ({ attainment, counts, target, subject: { year, ...wording, ...asOf } });
  return { population, target, mapExact, unknownByReason, selfAssessedMet, explained, ...attainment };
}

function listReasons({ unknownByReason }: Counts): UnknownCount[] {
  return Object.entries(unknownByReason)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ reason: reason as UnknownReason, count }));
}
