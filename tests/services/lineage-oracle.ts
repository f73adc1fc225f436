export type Level = 'COUNTRY' | 'PROVINCE' | 'DISTRICT' | 'COMMUNE';

export interface UnitRow {
  readonly unitId: string;
  readonly level: Level;
  readonly kind: string;
  readonly name: string;
  readonly districtId: string | null;
  readonly provinceId: string | null;
}

/** Holds from `validFrom` to the day before `validTo`. */
export interface VersionRow extends UnitRow {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface LinkRow {
  readonly predecessorId: string;
  readonly successorId: string;
  readonly effectiveOn: string;
  readonly isMain: boolean;
}

/** What a register holds, and days on either side of each of its reorganisations. */
export interface RegisterHistory {
  readonly versions: readonly VersionRow[];
  readonly links: readonly LinkRow[];
  readonly reorganisations: readonly { readonly effectiveOn: string; readonly linksComplete: boolean }[];
  readonly days: readonly string[];
}

export interface Pair {
  readonly countedOn: string;
  readonly map: string;
}

export interface Grouped extends Pair {
  readonly unitId: string;
  readonly groupId: string | null;
}

export interface Member extends Pair {
  readonly groupId: string;
  readonly unitId: string;
  readonly placed: boolean;
}

/**
 * What the functions of the register must answer, found another way: each counted unit is followed one reorganisation
 * after the other, and a reorganisation only looks at the units that held on its eve (backwards: on its day).
 */
export class LineageOracle {
  constructor(private readonly history: RegisterHistory) {}

  get pairs(): Pair[] {
    return this.history.days.flatMap((countedOn) => this.history.days.map((map) => ({ countedOn, map })));
  }

  heldOn(day: string, level?: Level): VersionRow[] {
    return this.history.versions.filter((one) => isHeld(one, day) && (level === undefined || one.level === level));
  }

  steps({ countedOn, map }: Pair): { fromId: string; toId: string }[] {
    return this.history.links.flatMap(({ predecessorId, successorId, effectiveOn }) => {
      if (countedOn < effectiveOn && effectiveOn <= map) return [{ fromId: predecessorId, toId: successorId }];
      if (map < effectiveOn && effectiveOn <= countedOn) return [{ fromId: successorId, toId: predecessorId }];
      return [];
    });
  }

  isComplete(pair: Pair): boolean {
    const crossed = this.crossedDays(pair);
    return this.history.reorganisations.every((one) => one.linksComplete || !crossed.includes(one.effectiveOn));
  }

  /** The units of the map that it became, or that it was made of where the map is the older one. */
  fateOf(unitId: string, pair: Pair): string[] {
    const isForward = pair.countedOn < pair.map;
    const fate = this.crossedDays(pair).reduce(
      (ids, day) => {
        const next = ids.flatMap((id) => (isForward ? this.onwards(id, day) : this.backwards(id, day)));
        return [...new Set(next)];
      },
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

  /** Of all units of the map: a counted commune is in each group that some of it lies in, `placed` where all of it does. */
  groupMembers(pair: Pair): Member[] {
    const onMap = new Map(this.heldOn(pair.map).map((unit) => [unit.unitId, unit]));
    return this.heldOn(pair.countedOn, 'COMMUNE').flatMap(({ unitId }) => {
      const fate = this.isComplete(pair) ? this.fateOf(unitId, pair) : [unitId].filter((id) => onMap.has(id));
      const groups = fate.map((id) => unitsAround(onMap.get(id) as VersionRow));
      return [...new Set(groups.flat())].map((groupId) => {
        return { ...pair, groupId, unitId, placed: groups.every((ids) => ids.includes(groupId)) };
      });
    });
  }

  private crossedDays({ countedOn, map }: Pair): string[] {
    const [first, last] = [countedOn, map].sort() as [string, string];
    const days = this.history.reorganisations.map(({ effectiveOn }) => effectiveOn).sort();
    const crossed = days.filter((day) => first < day && day <= last);
    return countedOn < map ? crossed : crossed.reverse();
  }

  private onwards(id: string, day: string): string[] {
    const links = this.history.links.filter((one) => one.predecessorId === id && one.effectiveOn === day);
    const goesOn = this.history.versions.some((one) => one.unitId === id && isHeld(one, day));
    return [...(goesOn ? [id] : []), ...links.map(({ successorId }) => successorId)];
  }

  private backwards(id: string, day: string): string[] {
    const links = this.history.links.filter((one) => one.successorId === id && one.effectiveOn === day);
    const wasThere = this.history.versions.some((one) => one.unitId === id && (one.validFrom ?? '') < day);
    return [...(wasThere ? [id] : []), ...links.map(({ predecessorId }) => predecessorId)];
  }
}

/** A commune itself and what it lies in. */
function unitsAround({ unitId, districtId, provinceId }: VersionRow): string[] {
  return [unitId, districtId, provinceId].filter((id) => id !== null);
}

function isHeld({ validFrom, validTo }: VersionRow, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}
