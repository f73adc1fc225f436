import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { CommonText, LedgerIndicator } from './ledger-text';

/** One year of an indicator, and in what it differs from the year before. */
export interface SeriesYear {
  readonly year: number;
  readonly countedOn: string;
  /** Whether the map of that day is loaded, and no other state stands in for it. */
  readonly mapExact: boolean;
  readonly hasOtherUnits: boolean;
  readonly hasOtherCriteria: boolean;
}

/** An indicator as the first line tells it, read once for all units of an answer. */
export interface CommonIndicator {
  readonly place: number;
  readonly entry: LedgerIndicator;
  readonly years: readonly CountedYear[];
}

export interface CountedYear extends SeriesYear {
  /** Its counting day, as an index of the calendar. */
  readonly day: number;
}

const read = new WeakMap<LedgerIndicator, CommonIndicator>();

/** @throws SpeakingError INDICATOR_NOT_FOUND */
export function findIndicator(common: CommonText, indicatorId: string): CommonIndicator {
  const { indicators } = common;
  const place = indicators.findIndex(([id]) => id === indicatorId);
  const entry = indicators[place];
  if (entry) {
    const found = read.get(entry) ?? { place, entry, years: readYears(common, entry) };
    read.set(entry, found);
    return found;
  }
  const known = indicators.map(([id]) => id).join(', ');
  throw new SpeakingError('INDICATOR_NOT_FOUND', `No indicator "${indicatorId}"; known: ${known}.`);
}

function readYears(
  { calendar, states, inexact }: CommonText,
  [, , , dayByYear, newSets]: LedgerIndicator,
): CountedYear[] {
  // whole numbers as keys come in their order
  const years = Object.entries(dayByYear ?? {}).map(([text, day]) => ({ year: Number(text), day }));
  return years.map(({ year, day }, place) => {
    const before = years[place - 1]?.day ?? day;
    return {
      year,
      day,
      countedOn: calendar[day] as string,
      mapExact: !inexact?.includes(day),
      hasOtherUnits: states[day] !== states[before],
      hasOtherCriteria: newSets?.includes(year) ?? false,
    };
  });
}
