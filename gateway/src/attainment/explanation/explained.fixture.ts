import { computeAttainment } from '../compute-attainment';
import type { Counts } from '../counts';
import { targetOf } from '../counts.fixture';
import type { Target } from '../target';
import type { Explained, Subject } from './explained';

export const SUBJECT: Subject = {
  place: 'Tỉnh X',
  nounVi: 'xã',
  nounEn: 'communes',
  indicatorNumber: '19.2',
  year: 2025,
  map: '2025-06-30',
  knownOn: '2025-11-30',
  today: '2025-11-30',
};

/** @param earlier counts of the years before that of the subject */
export function explained(
  counts: Counts,
  rest: Partial<Subject> = {},
  target: Target | null = targetOf('99'),
  earlier: Readonly<Record<number, Counts>> = {},
): Explained {
  const subject = { ...SUBJECT, ...rest };
  const { year, knownOn, today } = subject;
  const series = new Map(Object.entries({ ...earlier, [year]: counts }).map(([key, tally]) => [Number(key), tally]));
  const attainment = computeAttainment({ year, today: knownOn ?? today, series, target });
  if (!attainment) throw new Error('nothing was computed');
  return { attainment, counts, target, subject };
}
