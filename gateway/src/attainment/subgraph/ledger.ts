import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { Counts, Origin } from '../counts';
import type { Subject } from '../explanation/explained';
import type { Target } from '../target';
import type { LedgerIndicator, LedgerTally, LedgerTarget, LedgerText } from './ledger-text';

/** No unit of the population lies here: a city without rural communes. */
const NO_UNIT: LedgerTally = [];

export interface Series {
  readonly series: ReadonlyMap<number, Counts>;
  readonly target: Target | null;
  readonly mapExact: boolean;
  readonly wording: Wording;
}

/** What the answer is called when it is explained. */
export type Wording = Pick<Subject, 'place' | 'indicatorNumber' | 'nounVi' | 'nounEn'>;

/**
 * The series that a question is about.
 * @throws SpeakingError INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, YEAR_NOT_FOUND, or NOT_RESTATABLE where the unit does
 * not group the units that the year counted
 */
export function readSeries(text: string, indicatorId: string, year: number): Series {
  const ledger = JSON.parse(text) as LedgerText;
  const [population, words, dayByYear = {}, tallies, target] = findIndicator(ledger, indicatorId);
  const [indicatorNumber, nounVi, nounEn] = words;
  if (population === null) {
    throw new SpeakingError(
      'INDICATOR_NOT_COUNTED',
      `${indicatorId} is not counted in units: it has no attainment in percent.`,
    );
  }
  const day = dayByYear[year];
  if (day === undefined) {
    const known = Object.keys(dayByYear).join(', ') || 'none';
    throw new SpeakingError('YEAR_NOT_FOUND', `${indicatorId} is not assessed in ${year}; its years: ${known}.`);
  }
  if (!ledger.days.includes(day)) {
    const countedOn = ledger.calendar[day];
    throw new SpeakingError(
      'NOT_RESTATABLE',
      `${year} was counted on the map of ${countedOn}, and its units cannot be grouped under this unit; ask with @asOf(map: "${countedOn}").`,
    );
  }
  return {
    series: readCounts(ledger, indicatorId, dayByYear, tallies?.[population] ?? {}),
    target: readTarget(target),
    mapExact: !ledger.inexact?.includes(day),
    wording: { place: ledger.place ?? null, indicatorNumber, nounVi, nounEn },
  };
}

/** One unit of an earlier map, with the ledger of its own. */
export type OwnMapLedger = readonly [code: string, fullName: string, ledger: string];

/** The units that were counted in that year and are grouped by the asked one; empty where it counts for itself. */
export function readOwnMapLedgers(text: string, indicatorId: string, year: number): OwnMapLedger[] {
  return (JSON.parse(text) as OwnMapLedger[]).filter(([, , ledger]) => {
    const { days, indicators } = JSON.parse(ledger) as LedgerText;
    const day = indicators[indicatorId]?.[2]?.[year];
    return day !== undefined && days.includes(day);
  });
}

function findIndicator(ledger: LedgerText, indicatorId: string): LedgerIndicator {
  const indicator = Object.hasOwn(ledger.indicators, indicatorId) ? ledger.indicators[indicatorId] : undefined;
  if (indicator) return indicator;
  const known = Object.keys(ledger.indicators).join(', ');
  throw new SpeakingError('INDICATOR_NOT_FOUND', `No indicator "${indicatorId}"; known: ${known}.`);
}

/** All years that the unit can answer for; one without a tally has an empty population. */
function readCounts(
  { days, calendar, open, origin }: LedgerText,
  indicatorId: string,
  dayByYear: Readonly<Record<string, number>>,
  tallies: Readonly<Record<string, LedgerTally>>,
): Map<number, Counts> {
  const openYears = open?.[indicatorId] ?? [];
  const years = Object.entries(dayByYear).filter(([, day]) => days.includes(day));
  return new Map(
    years.map(([text, day]) => {
      const year = Number(text);
      const ofNothing = openYears.includes(year) ? 'WINDOW_OPEN' : 'NOT_STARTED';
      return [year, countsOf(tallies[text] ?? NO_UNIT, ofNothing, calendar[day] as string, origin)];
    }),
  );
}

/** @param ofNothing why a unit of that year that recorded nothing has no result */
function countsOf(
  tally: LedgerTally,
  ofNothing: 'NOT_STARTED' | 'WINDOW_OPEN',
  countedOn: string,
  origin: Origin,
): Counts {
  const [
    total = 0,
    met = 0,
    notMet = 0,
    inDraft = 0,
    awaiting = 0,
    returned = 0,
    itemUnknown = 0,
    noYear = 0,
    self = 0,
  ] = tally;
  const unknown = total - met - notMet;
  return {
    met,
    notMet,
    unknown,
    total,
    unknownByReason: {
      [ofNothing]: unknown - (inDraft + awaiting + returned + itemUnknown + noYear),
      IN_DRAFT: inDraft,
      AWAITING_APPRAISAL: awaiting,
      RETURNED: returned,
      ITEM_UNKNOWN: itemUnknown,
      NO_COMPARABLE_PREVIOUS_YEAR: noYear,
    },
    selfAssessedMet: self,
    countedOn,
    origin,
  };
}

function readTarget(target: LedgerTarget | null | undefined): Target | null {
  if (!target) return null;
  const [percent, due, source, version, baselineYear, inherited] = target;
  return { percent, due, source, version, baselineYear, inherited, direction: 'AT_LEAST' };
}
