import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { Counts, Origin, UnknownReason } from '../counts';
import type { Subject } from '../explanation/explained';
import type { Target } from '../target';
import { type CountedYear, findIndicator, type SeriesYear } from './common-indicator';
import { type LedgerTally, type LedgerTarget, type LedgerText, parseLedger } from './ledger-text';
import { findPopulation, findTarget, type SeriesQuestion } from './series-question';

/** No unit of the population lies here: a city without rural communes. */
const NO_UNIT = [] as const;

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

/** What the answer is called when it is explained. */
export type Wording = Pick<Subject, 'place' | 'indicatorNumber' | 'nounVi' | 'nounEn'>;

/**
 * The series that a question is about.
 * @throws SpeakingError INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, POPULATION_NOT_FOUND or TARGET_NOT_FOUND
 */
export function readSeries(text: string, question: SeriesQuestion): Series {
  const { indicatorId } = question;
  const ledger = parseLedger(text);
  const { common, own } = ledger;
  const { place, entry, years } = findIndicator(common, indicatorId);
  const [, populations, words, , , openYears] = entry;
  if (populations === null) {
    throw new SpeakingError(
      'INDICATOR_NOT_COUNTED',
      `${indicatorId} is not counted in units: it has no attainment in percent.`,
    );
  }
  const population = findPopulation(question, populations);
  const populationPlace = populations.indexOf(population);
  const tallies = (own.tallies ?? []).filter(([of, over]) => of === place && over === populationPlace);
  const targets = (own.targets ?? []).filter(([of]) => of === place);
  const [indicatorNumber, nounVi, nounEn] = words;
  return {
    indicatorId,
    population,
    series: readCounts(ledger, years, openYears ?? [], tallies),
    target: findTarget(question, targets.map(readTarget)),
    years,
    wording: { place: own.place ?? null, indicatorNumber, nounVi, nounEn },
  };
}

/** One unit of an earlier map, with the ledger of its own. */
export type OwnMapLedger = readonly [code: string, fullName: string, ledger: string];

/** The units that were counted in that year and are grouped by the asked one; empty where it counts for itself. */
export function readOwnMapLedgers(text: string, indicatorId: string, year: number): OwnMapLedger[] {
  return (JSON.parse(text) as OwnMapLedger[]).filter(([, , ledger]) => {
    const { common, own } = parseLedger(ledger);
    const day = common.indicators.find(([id]) => id === indicatorId)?.[3]?.[year];
    return day !== undefined && own.days.includes(day);
  });
}

/** All years that the unit can answer for; one without a tally has an empty population. */
function readCounts(
  { common: { origin }, own: { days, unpublished = false } }: LedgerText,
  years: readonly CountedYear[],
  openYears: readonly number[],
  tallies: readonly LedgerTally[],
): Map<number, Counts> {
  const answered = years.filter(({ day }) => days.includes(day));
  return new Map(
    answered.map(({ year, countedOn }) => {
      const ofNothing = openYears.includes(year) ? 'WINDOW_OPEN' : 'NOT_STARTED';
      const counts = countsOf(
        tallies.find((tally) => tally[2] === year) ?? NO_UNIT,
        unpublished ? 'NOT_PUBLISHED' : ofNothing,
        countedOn,
        origin,
      );
      return [year, unpublished ? { ...counts, selfAssessedMet: null } : counts];
    }),
  );
}

/** @param ofNothing why a unit of that year that recorded nothing has no result */
function countsOf(
  tally: LedgerTally | typeof NO_UNIT,
  ofNothing: UnknownReason,
  countedOn: string,
  origin: Origin,
): Counts {
  const [
    ,
    ,
    ,
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

function readTarget(target: LedgerTarget): Target {
  const [, percent, due, source, version, baselineYear, inherited] = target;
  return { percent, due, source, version, baselineYear, inherited, direction: 'AT_LEAST' };
}
