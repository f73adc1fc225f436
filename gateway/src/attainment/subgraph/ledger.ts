import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { Counts, Origin, UnknownReason } from '../counts';
import type { Subject } from '../explanation/explained';
import type { Target } from '../target';
import {
  type CommonText,
  type LedgerIndicator,
  type LedgerTally,
  type LedgerTarget,
  type LedgerText,
  parseLedger,
} from './ledger-text';
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
  const ledger = parseLedger(text);
  const { common, own } = ledger;
  const place = findIndicator(common, indicatorId);
  const [, populations, words, days, newSets, openYears] = common.indicators[place] as LedgerIndicator;
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
  const dayByYear = days ?? {};
  return {
    indicatorId,
    population,
    series: readCounts(ledger, dayByYear, openYears ?? [], tallies),
    target: findTarget(question, targets.map(readTarget)),
    years: readYears(common, dayByYear, newSets ?? []),
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

function findIndicator({ indicators }: CommonText, indicatorId: string): number {
  const place = indicators.findIndex(([id]) => id === indicatorId);
  if (place >= 0) return place;
  const known = indicators.map(([id]) => id).join(', ');
  throw new SpeakingError('INDICATOR_NOT_FOUND', `No indicator "${indicatorId}"; known: ${known}.`);
}

/** All years that the unit can answer for; one without a tally has an empty population. */
function readCounts(
  { common: { calendar, origin }, own: { days, unpublished = false } }: LedgerText,
  dayByYear: Readonly<Record<string, number>>,
  openYears: readonly number[],
  tallies: readonly LedgerTally[],
): Map<number, Counts> {
  const years = Object.entries(dayByYear).filter(([, day]) => days.includes(day));
  return new Map(
    years.map(([text, day]) => {
      const year = Number(text);
      const ofNothing = openYears.includes(year) ? 'WINDOW_OPEN' : 'NOT_STARTED';
      const counts = countsOf(
        tallies.find((tally) => tally[2] === year) ?? NO_UNIT,
        unpublished ? 'NOT_PUBLISHED' : ofNothing,
        calendar[day] as string,
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

function readYears(
  { calendar, states, inexact }: CommonText,
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
  const [, percent, due, source, version, baselineYear, inherited] = target;
  return { percent, due, source, version, baselineYear, inherited, direction: 'AT_LEAST' };
}
