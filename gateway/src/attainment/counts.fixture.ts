import type { Attainment } from './attainment';
import type { Counts } from './counts';
import type { Target } from './target';

/** Counts for tests: "9 met, 1 not, 2 unknown", of one origin unless said otherwise. */
export function countsOf(met: number, notMet: number, unknown = 0, rest: Partial<Counts> = {}): Counts {
  return {
    met,
    notMet,
    unknown,
    total: met + notMet + unknown,
    unknownByReason: unknown === 0 ? {} : { NOT_STARTED: unknown },
    selfAssessedMet: 0,
    countedOn: '2025-06-30',
    origin: 'RECORDED',
    ...rest,
  };
}

/** All of an attainment, with what it computes only when it is asked for. */
export function figuresOf(attainment: Attainment) {
  const { pace, projection, caution, ...rest } = attainment;
  return { ...rest, pace: pace(), projection: projection(), caution: caution() };
}

/** 19.2 by QĐ 926/QĐ-TTg, or the same with another percentage. */
export function targetOf(percent: string, rest: Partial<Target> = {}): Target {
  return {
    percent,
    due: '2025-12-31',
    source: 'QĐ 926/QĐ-TTg',
    version: '2022-08-02',
    inherited: false,
    direction: 'AT_LEAST',
    baselineYear: 2022,
    ...rest,
  };
}
