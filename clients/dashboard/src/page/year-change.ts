import type { YearCountFragment } from '../data/operations.generated';

type Counted = NonNullable<YearCountFragment['attainment']>;

/** How a year stands to the one before. */
export type YearChange =
  | { readonly kind: 'CHANGED'; readonly by: number }
  | { readonly kind: 'OTHER_TOTAL'; readonly from: number; readonly to: number }
  | { readonly kind: 'OTHER_UNITS' | 'OTHER_CRITERIA' };

/** Null where there is nothing to compare: no year before, no result, or figures of another origin. */
export function yearChange(series: readonly YearCountFragment[], year: number): YearChange | null {
  const now = series.find((point) => point.year === year);
  const before = series.find((point) => point.year === year - 1)?.attainment;
  if (!now?.attainment || !before || !hasResult(now.attainment) || !hasResult(before)) return null;
  if (now.attainment.origin !== before.origin) return null;
  if (now.attainment.total !== before.total) {
    return { kind: 'OTHER_TOTAL', from: before.total, to: now.attainment.total };
  }
  const [seriesBreak] = now.breaks;
  return seriesBreak ? { kind: seriesBreak } : { kind: 'CHANGED', by: now.attainment.met - before.met };
}

function hasResult({ verdict }: Counted): boolean {
  return verdict !== 'NO_DATA' && verdict !== 'NOT_APPLICABLE';
}
