import type { LineageOracle } from './lineage-oracle';
import { idOf, type Member, type UnitRow } from './register-history';

/** The counted units below the province of each group, the country among them, by what the database says. */
export class Placement {
  constructor(
    private readonly members: readonly Member[],
    private readonly counted: readonly string[],
  ) {}

  in(groupId: string, placed = true): string[] {
    if (groupId === 'VN') return placed ? [...this.counted] : [];
    return this.members.filter((one) => one.groupId === groupId && one.placed === placed).map(idOf);
  }

  /** Those placed in the unit and in none of its parts. */
  dividedIn(groupId: string, parts: readonly string[]): string[] {
    const placed = new Set(parts.flatMap((part) => this.in(part)));
    return this.in(groupId).filter((id) => !placed.has(id));
  }
}

/** The units that lie directly in each unit of the map. */
export function childrenOn(map: string, oracle: LineageOracle): Map<string, string[]> {
  const held = oracle.heldOn(map);
  const parentOf = (unit: UnitRow) => unit.districtId ?? unit.provinceId ?? (unit.level === 'PROVINCE' ? 'VN' : null);
  return new Map(held.map(({ unitId }) => [unitId, held.filter((one) => parentOf(one) === unitId).map(idOf)]));
}
