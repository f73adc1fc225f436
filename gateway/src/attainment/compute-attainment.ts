import { type Percent, parsePercent, printPercent, requiredCount } from '@tieuchi/subgraph-kit';
import { allowance } from './allowance';
import { findAttainedYear } from './attained-in-year';
import type { Attainment, Method } from './attainment';
import { attainmentPercent } from './attainment-percent';
import { describeCaution } from './caution';
import { assertTally, type Counts } from './counts';
import { isDuePassed } from './due-passed';
import { yearOf } from './iso-day';
import { computePace } from './pace';
import { findPaceBasis } from './pace-basis';
import { certainPaceClass } from './pace-ratio';
import { judgePace } from './pace-status';
import { project } from './projection';
import { rateBoundsPercent, ratePercent } from './rate-percent';
import { shortfall, shortfallIfUnknownsPass, surplus } from './shortfall';
import type { Target } from './target';
import { countUnitsToChange } from './units-to-change';
import { type AttainmentVerdict, judgeAttainment } from './verdict';

export const ATTAINMENT_METHOD: Method = { id: 'attainment-linear', version: '1' };

export interface AttainmentQuestion {
  /** The assessment year asked about. */
  readonly year: number;
  /** ISO day as of which the answer is given: `knownOn` where that is asked, else today in Asia/Ho_Chi_Minh. */
  readonly today: string;
  /** By assessment year: the years of the target's programme, that of the question included. */
  readonly series: ReadonlyMap<number, Counts>;
  readonly target: Target | null;
}

/**
 * Null when the series has nothing for the year: "not answered" is not the same as `NO_DATA`.
 * @throws RangeError for counts that do not add up, a percentage or a day of the wrong shape.
 */
export function computeAttainment({ year, today, series, target }: AttainmentQuestion): Attainment | null {
  for (const tally of series.values()) assertTally(tally);
  const counts = series.get(year);
  if (counts === undefined) return null;
  const percent = target === null ? null : parsePercent(target.percent);
  const verdict = judgeAttainment(counts, percent);
  const bounds = rateBoundsPercent(counts, percent);
  return {
    met: counts.met,
    notMet: counts.notMet,
    unknown: counts.unknown,
    total: counts.total,
    countedOn: counts.countedOn,
    ratePercent: ratePercent(counts, bounds),
    bounds,
    targetPercent: percent === null ? null : printPercent(percent),
    ...countUnits(counts, percent),
    verdict,
    attainmentPercent: attainmentPercent(counts, percent),
    ...followCourse({ year, today, series, target }, counts, verdict),
    caution: () => describeCaution(counts),
    origin: counts.origin,
    method: ATTAINMENT_METHOD,
  };
}

type Units = Pick<
  Attainment,
  'requiredCount' | 'allowance' | 'surplus' | 'shortfall' | 'shortfallIfUnknownsPass' | 'unitsToChange'
>;

const NO_UNITS: Units = {
  requiredCount: null,
  allowance: null,
  surplus: null,
  shortfall: null,
  shortfallIfUnknownsPass: null,
  unitsToChange: null,
};

function countUnits(counts: Counts, percent: Percent | null): Units {
  if (percent === null || counts.total === 0) return NO_UNITS;
  const required = requiredCount(percent, counts.total);
  return {
    requiredCount: required,
    allowance: allowance(percent, counts.total),
    surplus: surplus(counts, required),
    shortfall: shortfall(counts, required),
    shortfallIfUnknownsPass: shortfallIfUnknownsPass(counts, required),
    unitsToChange: countUnitsToChange(counts, required),
  };
}

type OverYears = Pick<Attainment, 'duePassed' | 'pace' | 'paceStatus' | 'attainedInYear' | 'projection'>;

function followCourse(question: AttainmentQuestion, counts: Counts, verdict: AttainmentVerdict): OverYears {
  const { year, today, series, target } = question;
  if (target === null) {
    return { duePassed: null, pace: () => null, paceStatus: null, attainedInYear: null, projection: () => null };
  }
  const basis = () => findPaceBasis(year, series, target);
  const attainedYear = findAttainedYear(year, series, target);
  const duePassed = isDuePassed({ year, today, due: target.due });
  const isDueYear = year >= yearOf(target.due);
  const paceClass = () => certainPaceClass(basis());
  const paceStatus = judgePace({ verdict, attainedYear, duePassed, isDueYear, paceClass });
  return {
    duePassed,
    pace: () => computePace(year, counts, target, basis()),
    paceStatus,
    attainedInYear: paceStatus === 'LOST' ? attainedYear : null,
    projection: () => project(counts.total, requiredCount(parsePercent(target.percent), counts.total), basis()),
  };
}
