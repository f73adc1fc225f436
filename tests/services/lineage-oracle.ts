import {
  eveOf,
  type Grouped,
  idOf,
  isHeld,
  type Level,
  type Member,
  type Pair,
  type RegisterHistory,
  type VersionRow,
} from './register-history';

export type { RegisterHistory, VersionRow } from './register-history';

/**
 * What the functions of the register must answer, found another way: each counted unit is followed one reorganisation
 * after the other, and a reorganisation only looks at the units that held on its eve (backwards: on its day).
 */
export class LineageOracle {
  constructor(readonly history: RegisterHistory) {}

  get pairs(): Pair[] {
    return this.history.days.flatMap((countedOn) => this.history.days.map((map) => ({ countedOn, map })));
  }

  heldOn(day: string, level?: Level): VersionRow[] {
    return this.history.versions.filter((one) => isHeld(one, day) && (level === undefined || one.level === level));
  }

  heldBelowProvince(day: string): VersionRow[] {
    return [...this.heldOn(day, 'COMMUNE'), ...this.heldOn(day, 'DISTRICT')];
  }

  /** With the days from the counting day to the step. */
  steps({ countedOn, map }: Pair): { fromId: string; toId: string; distance: number }[] {
    return this.history.links.flatMap(({ predecessorId, successorId, effectiveOn }) => {
      const distance = Math.abs(Date.parse(effectiveOn) - Date.parse(countedOn)) / 86_400_000;
      if (countedOn < effectiveOn && effectiveOn <= map)
        return [{ fromId: predecessorId, toId: successorId, distance }];
      if (map < effectiveOn && effectiveOn <= countedOn)
        return [{ fromId: successorId, toId: predecessorId, distance }];
      return [];
    });
  }

  isComplete(pair: Pair): boolean {
    const crossed = this.crossedDays(pair);
    return this.history.reorganisations.every((one) => one.linksComplete || !crossed.includes(one.effectiveOn));
  }

  /** In the direction from the counting day to the map. */
  crossedDays({ countedOn, map }: Pair): string[] {
    const [first, last] = [countedOn, map].sort() as [string, string];
    const days = this.history.reorganisations.map(({ effectiveOn }) => effectiveOn).sort();
    const crossed = days.filter((day) => first < day && day <= last);
    return countedOn < map ? crossed : crossed.reverse();
  }

  /** The units of the map that it became, or that it was made of where the map is the older one. */
  fateOf(unitId: string, pair: Pair): string[] {
    const fate = this.crossedDays(pair).reduce(
      (ids, day) => [...new Set(ids.flatMap((id) => this.across(id, day, pair.countedOn < pair.map)))],
      [unitId],
    );
    return fate.sort();
  }

  groupUnits(level: Level, pair: Pair): Grouped[] {
    return this.heldOn(pair.countedOn, level).map(({ unitId }) => {
      const held = this.heldOn(pair.map, level).some((one) => one.unitId === unitId);
      const fate = level === 'PROVINCE' ? this.fateOf(unitId, pair) : held ? [unitId] : [];
      return { ...pair, unitId, groupId: fate.length === 1 ? (fate[0] as string) : null };
    });
  }

  /**
   * Of all units of the map: a counted unit below the province is in each group that some of it lies in, `placed` where
   * all of it does. While links are not known whole: communes that no link names, each in itself.
   */
  groupMembers(pair: Pair): Member[] {
    const onMap = new Map(this.heldOn(pair.map).map((unit) => [unit.unitId, unit]));
    if (!this.isComplete(pair)) {
      const stayed = this.heldOn(pair.countedOn, 'COMMUNE').filter(
        ({ unitId }) => onMap.has(unitId) && !this.isNamed(unitId, pair),
      );
      return stayed.map(({ unitId }) => ({ ...pair, groupId: unitId, unitId, placed: true }));
    }
    return this.heldBelowProvince(pair.countedOn).flatMap(({ unitId }) => {
      const groups = this.fateOf(unitId, pair).map((id) => unitsAround(onMap.get(id) as VersionRow));
      return [...new Set(groups.flat())].map((groupId) => {
        return { ...pair, groupId, unitId, placed: groups.every((ids) => ids.includes(groupId)) };
      });
    });
  }

  /** Whether a link of a day between says that it gave or took. */
  isNamed(unitId: string, pair: Pair): boolean {
    const days = this.crossedDays(pair);
    return this.history.links.some((link) => {
      return days.includes(link.effectiveOn) && [link.predecessorId, link.successorId].includes(unitId);
    });
  }

  /** The units on the other side of a day. */
  private across(id: string, day: string, isForward: boolean): string[] {
    const links = this.history.links.filter((one) => {
      return one.effectiveOn === day && id === (isForward ? one.predecessorId : one.successorId);
    });
    const linked = links.map((one) => (isForward ? one.successorId : one.predecessorId));
    const isThere = this.heldOn(isForward ? day : eveOf(day)).some(({ unitId }) => unitId === id);
    if (isThere) return [id, ...linked];
    return links.some(({ isMain }) => isMain) ? linked : [...linked, ...this.partsAcross(id, day, isForward)];
  }

  /** A district without a main link lies where its communes lie, an empty one where its province does. */
  private partsAcross(id: string, day: string, isForward: boolean): string[] {
    const side = this.heldOn(isForward ? eveOf(day) : day);
    const unit = side.find(({ unitId }) => unitId === id);
    if (unit?.level !== 'DISTRICT') return [];
    const communes = side.filter(({ districtId }) => districtId === id).map(idOf);
    const parts = communes.length > 0 ? communes : [unit.provinceId as string];
    return parts.flatMap((part) => this.across(part, day, isForward));
  }
}

/** A unit itself and what it lies in. */
function unitsAround({ unitId, districtId, provinceId }: VersionRow): string[] {
  return [unitId, districtId, provinceId].filter((id) => id !== null);
}
