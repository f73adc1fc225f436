import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { Counts, Origin } from '../counts';
import type { Target } from '../target';

/**
 * What rural-security carries for one unit, as it stands in the `Ledger` scalar: arrays instead of objects, because 63 of
 * them travel with every national overview.
 */
interface LedgerText {
  readonly origin: Origin;
  /** The counting days whose units this unit groups on the map of the request. */
  readonly days: readonly string[];
  /** Counting days whose map is not loaded exactly: another loaded state stands in. */
  readonly inexact: readonly string[];
  readonly indicators: Readonly<Record<string, LedgerIndicator>>;
}

type LedgerIndicator = readonly [
  defaultPopulation: string | null,
  nounVi: string,
  countedOnByYear: Readonly<Record<string, string>> | null,
  tallies: Readonly<Record<string, Readonly<Record<string, LedgerTally>>>> | null,
  targets: readonly LedgerTarget[],
];

type LedgerTally = readonly [
  total: number,
  met: number,
  notMet: number,
  inDraft: number,
  awaitingAppraisal: number,
  returned: number,
  itemUnknown: number,
  noComparableYear: number,
  selfAssessedMet: number,
  unplaced: number,
];

/** No unit of the population lies here: a city without rural communes. */
const EMPTY: LedgerTally = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

type LedgerTarget = readonly [
  percent: string,
  due: string,
  source: string,
  version: string,
  baselineYear: number,
  inherited: boolean,
];

export interface Series {
  readonly series: ReadonlyMap<number, Counts>;
  readonly target: Target | null;
  readonly mapExact: boolean;
}

/**
 * The series that a question is about.
 * @throws SpeakingError INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, YEAR_NOT_FOUND, or NOT_RESTATABLE where the unit does
 * not group the units that the year counted
 */
export function readSeries(text: string, indicatorId: string, year: number): Series {
  const ledger = JSON.parse(text) as LedgerText;
  const indicator = findIndicator(ledger, indicatorId);
  const [population, , countedOnByYear, tallies, targets] = indicator;
  if (population === null || countedOnByYear === null) {
    throw new SpeakingError(
      'INDICATOR_NOT_COUNTED',
      `${indicatorId} is not counted in units: it has no attainment in percent.`,
    );
  }
  const countedOn = countedOnByYear[year];
  if (countedOn === undefined) {
    const known = Object.keys(countedOnByYear).join(', ');
    throw new SpeakingError('YEAR_NOT_FOUND', `${indicatorId} is not assessed in ${year}; its years: ${known}.`);
  }
  if (!ledger.days.includes(countedOn)) {
    throw new SpeakingError(
      'NOT_RESTATABLE',
      `${year} was counted on the map of ${countedOn}, and its units cannot be grouped under this unit; ask with @asOf(map: "${countedOn}").`,
    );
  }
  return {
    series: readCounts(ledger, countedOnByYear, tallies?.[population] ?? {}),
    target: readTarget(targets[0]),
    mapExact: !ledger.inexact.includes(countedOn),
  };
}

/** One unit of an earlier map, with the ledger of its own. */
export type OwnMapLedger = readonly [code: string, fullName: string, ledger: string];

/** The units that were counted in that year and are grouped by the asked one; empty where it counts for itself. */
export function readOwnMapLedgers(text: string, indicatorId: string, year: number): OwnMapLedger[] {
  return (JSON.parse(text) as OwnMapLedger[]).filter(([, , ledger]) => {
    const { days, indicators } = JSON.parse(ledger) as LedgerText;
    const countedOn = indicators[indicatorId]?.[2]?.[year];
    return countedOn !== undefined && days.includes(countedOn);
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
  { days, origin }: LedgerText,
  countedOnByYear: Readonly<Record<string, string>>,
  tallies: Readonly<Record<string, LedgerTally>>,
): Map<number, Counts> {
  const years = Object.entries(countedOnByYear).filter(([, countedOn]) => days.includes(countedOn));
  return new Map(years.map(([year, countedOn]) => [Number(year), countsOf(tallies[year] ?? EMPTY, countedOn, origin)]));
}

function countsOf(tally: LedgerTally, countedOn: string, origin: Origin): Counts {
  const [total, met, notMet, inDraft, awaitingAppraisal, returned, itemUnknown, noComparableYear, self] = tally;
  const unknown = total - met - notMet;
  const sent = inDraft + awaitingAppraisal + returned + itemUnknown + noComparableYear;
  return {
    met,
    notMet,
    unknown,
    total,
    unknownByReason: {
      NOT_STARTED: unknown - sent,
      IN_DRAFT: inDraft,
      AWAITING_APPRAISAL: awaitingAppraisal,
      RETURNED: returned,
      ITEM_UNKNOWN: itemUnknown,
      NO_COMPARABLE_PREVIOUS_YEAR: noComparableYear,
    },
    selfAssessedMet: self,
    countedOn,
    origin,
  };
}

function readTarget(target: LedgerTarget | undefined): Target | null {
  if (!target) return null;
  const [percent, due, source, version, baselineYear, inherited] = target;
  return { percent, due, source, version, baselineYear, inherited, direction: 'AT_LEAST' };
}
