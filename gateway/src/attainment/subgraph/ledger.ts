import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { Counts, Origin, UnknownReason } from '../counts';
import type { Subject } from '../explanation/explained';
import type { Target } from '../target';
import type { LedgerIndicator, LedgerTally, LedgerTarget, LedgerText } from './ledger-text';
import { findPopulation, findTarget, type SeriesQuestion } from './series-question';

/** No unit of the population lies here: a city without rural communes. */
const NO_UNIT: LedgerTally = [];

/** All that one unit can say of one indicator. */
export interface Series {
  readonly indicatorId: string;
  readonly population: string;
  /** The years that the unit can answer for. */
  readonly series: ReadonlyMap<number, Counts>;
  readonly target: Target | null;
  /** All years that are assessed, in the order of time. */
  readonly years: readonly SeriesYear[];
  readonly wording: Wording;
}

/** One year of an indicator, and in what it differs from the year before. */
export interface SeriesYear {
  readonly year: number;
  readonly countedOn: string;
  /** Whether the map of that day is loaded, and no other state stands in for it. */
  readonly mapExact: boolean;
  readonly hasOtherUnits: boolean;
  readonly hasOtherCriteria: boolean;
}

/** What the answer is called when it is explained. */
export type Wording = Pick<Subject, 'place' | 'indicatorNumber' | 'nounVi' | 'nounEn'>;

/**
 * The series that a question is about.
 * @throws SpeakingError INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, POPULATION_NOT_FOUND or TARGET_NOT_FOUND
 */
export function readSeries(text: string, question: SeriesQuestion): Series {
  const { indicatorId } = question;
  const ledger = JSON.parse(text) as LedgerText;
  const [populations, words, dayByYear = {}, tallies, targets, newSets] = findIndicator(ledger, indicatorId);
  if (populations === null) {
    throw new SpeakingError(
      'INDICATOR_NOT_COUNTED',
      `${indicatorId} is not counted in units: it has no attainment in percent.`,
    );
  }
  const population = findPopulation(question, populations);
  const [indicatorNumber, nounVi, nounEn] = words;
  return {
    indicatorId,
    population,
    series: readCounts(ledger, indicatorId, dayByYear, tallies?.[population] ?? {}),
    target: findTarget(question, (targets ?? []).map(readTarget)),
    years: readYears(ledger, dayByYear, newSets ?? []),
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
  { days, calendar, open, origin, unpublished = false }: LedgerText,
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
      const counts = countsOf(
        tallies[text] ?? NO_UNIT,
        unpublished ? 'NOT_PUBLISHED' : ofNothing,
        calendar[day] as string,
        origin,
      );
      return [year, unpublished ? { ...counts, selfAssessedMet: null } : counts];
    }),
  );
}

/** @param ofNothing why a unit of that year that recorded nothing has no result */
function countsOf(tally: LedgerTally, ofNothing: UnknownReason, countedOn: string, origin: Origin): Counts {
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

function readYears(
  { calendar, states, inexact }: LedgerText,
  dayByYear: Readonly<Record<string, number>>,
  newSets: readonly number[],
): SeriesYear[] {
  // whole numbers as keys come in their order
  const years = Object.entries(dayByYear).map(([text, day]) => ({ year: Number(text), day }));
  return years.map(({ year, day }, place) => {
    const before = years[place - 1]?.day ?? day;
    return {
      year,
      countedOn: calendar[day] as string,
      mapExact: !inexact?.includes(day),
      hasOtherUnits: states[day] !== states[before],
      hasOtherCriteria: newSets.includes(year),
    };
  });
}

function readTarget(target: LedgerTarget): Target {
  const [percent, due, source, version, baselineYear, inherited] = target;
  return { percent, due, source, version, baselineYear, inherited, direction: 'AT_LEAST' };
}
