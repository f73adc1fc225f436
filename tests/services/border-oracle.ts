import type { LineageOracle } from './lineage-oracle';
import { eveOf, type Pair, type RegisterHistory, type UnitRow } from './register-history';

interface Move {
  readonly from: UnitRow;
  readonly to: UnitRow;
}

/** Which units of a map consist of whole counted ones, found unit by unit: what crossed a border on which day. */
export class BorderOracle {
  private readonly history: RegisterHistory;

  constructor(private readonly lineage: LineageOracle) {
    this.history = lineage.history;
  }

  /** The counted provinces that a province of the map is made of; null where one of them lies elsewhere too. */
  wholesOf(provinceId: string, pair: Pair): string[] | null {
    const fates = this.lineage.heldOn(pair.countedOn, 'PROVINCE').map(({ unitId }) => ({
      unitId,
      fate: this.lineage
        .crossedDays(pair)
        .reduce((ids, day) => this.across(ids, day, pair.countedOn < pair.map), new Set([unitId])),
    }));
    const inside = fates.filter(({ fate }) => fate.has(provinceId));
    if (inside.length === 0 || inside.some(({ fate }) => fate.size > 1)) return null;
    return inside.map(({ unitId }) => unitId);
  }

  /** A district that is on both maps, and that nothing came to or left on the days between. */
  isUntouched(districtId: string, pair: Pair): boolean {
    const isThere = (day: string) => this.lineage.heldOn(day, 'DISTRICT').some((one) => one.unitId === districtId);
    if (!isThere(pair.countedOn) || !isThere(pair.map) || this.lineage.isNamed(districtId, pair)) return false;
    const moves = this.lineage.crossedDays(pair).flatMap((day) => this.movesOn(day));
    return moves.every(({ from, to }) => {
      return from.districtId === to.districtId || ![from.districtId, to.districtId].includes(districtId);
    });
  }

  private across(ids: ReadonlySet<string>, day: string, isForward: boolean): Set<string> {
    const steps = [
      ...this.history.links
        .filter((link) => link.effectiveOn === day)
        .map((link) => [link.predecessorId, link.successorId]),
      ...this.movesOn(day).map(({ from, to }) => [from.provinceId, to.provinceId]),
    ].map((step) => (isForward ? step : step.reverse()));
    const side = new Set(this.lineage.heldOn(isForward ? day : eveOf(day), 'PROVINCE').map(({ unitId }) => unitId));
    const next = [...ids].flatMap((id) => [id, ...steps.flatMap(([from, to]) => (from === id && to ? [to] : []))]);
    return new Set(next.filter((id) => side.has(id)));
  }

  /** Each unit below the province of the eve, with each that it is on the day. */
  private movesOn(day: string): Move[] {
    const after = new Map(this.lineage.heldOn(day).map((unit) => [unit.unitId, unit]));
    return this.lineage.heldOn(eveOf(day)).flatMap((from) => {
      if (from.level !== 'DISTRICT' && from.level !== 'COMMUNE') return [];
      const links = this.history.links.filter((one) => one.effectiveOn === day && one.predecessorId === from.unitId);
      const ids = [from.unitId, ...links.map(({ successorId }) => successorId)];
      return ids.flatMap((id) => after.get(id) ?? []).map((to) => ({ from, to }));
    });
  }
}
