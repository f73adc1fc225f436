import {
  DEMONSTRATION_COUNTED_ON,
  DEMONSTRATION_SERIES_NOTE,
  DEMONSTRATION_YEARS,
} from '../demonstration/demonstration-commune';
import type { IndicatorFile, YearFile } from './indicator-file';
import type { ProgrammeFile } from './programme-file';

const LAST_YEAR = Math.max(...DEMONSTRATION_YEARS);

/**
 * The programme as a demonstration counts it: the series that is made up counts the units of one day in all of its years.
 * Later years are not made up, and count as their file says.
 */
export function countAsDemonstrated(programme: ProgrammeFile): ProgrammeFile {
  return {
    ...programme,
    indicators: programme.indicators.map(
      (indicator): IndicatorFile => ({ ...indicator, years: indicator.years.map(countOnOneDay) }),
    ),
  };
}

function countOnOneDay(year: YearFile): YearFile {
  if (year.year > LAST_YEAR) return year;
  return { ...year, countedOn: DEMONSTRATION_COUNTED_ON, countedOnBasis: DEMONSTRATION_SERIES_NOTE };
}
