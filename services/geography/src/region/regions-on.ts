import type { Day } from '@tieuchi/subgraph-kit';
import type { UnitRow } from '../administrative-unit/administrative-unit.repository';
import type { Region } from '../reference/reference-geography';
import type { RegionRow } from './region';

/**
 * The regions of a day with their provinces, in the order of official lists. A province that joined several older regions
 * is in none until the newer ones were made, on 5 October 2025.
 */
export function regionsOn(day: Day, regions: readonly Region[], provinces: readonly UnitRow[]): RegionRow[] {
  const isComplete = provinces.every(({ regionVi }) => regionVi !== null);
  return regions
    .filter(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day < validTo))
    .map((region) => ({
      ...region,
      id: `${region.validFrom ?? 'first'}/${region.nameVi}`,
      provinces: provinces.filter(({ regionVi }) => regionVi === region.nameVi),
      isComplete,
    }));
}
