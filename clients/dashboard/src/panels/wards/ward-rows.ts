import { nameUnit } from '../listed-unit';
import type { Counting, PilotWardNode, WardRow } from './wards-content';

type Unit = NonNullable<PilotWardNode['unit']>;

/**
 * The wards of a list, each with its place in the address; those that geography did not answer for are left out.
 * @param map the day of the page
 */
export function wardRows(
  nodes: readonly PilotWardNode[],
  map: string,
  countingOf: (unitId: string) => Counting,
): WardRow[] {
  return nodes.flatMap(({ unit, modelWard }) => {
    if (!unit) return [];
    return [{ ...nameUnit(unit), id: unit.id, ward: inAddress(unit, map), modelWard, counting: countingOf(unit.id) }];
  });
}

/** A code alone names a ward on the map of the page; one of another map is named with a day on which it holds. */
export function inAddress(
  { code, validFrom, validTo }: Pick<Unit, 'code' | 'validFrom' | 'validTo'>,
  map: string,
): string {
  if (validTo !== null && validTo < map) return `${code}@${validTo}`;
  return validFrom !== null && validFrom > map ? `${code}@${validFrom}` : code;
}
