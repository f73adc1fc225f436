import { unitKey } from '../reference/mapped-unit';
import type { Level, ReferenceGeography, SuccessionLink, Unit } from '../reference/reference-geography';
import { unitId } from '../reference/unit-history';
import { type DayMap, describeUnit, findLastHolder, type UnitOnDay } from './day-map';
import type { Definition, Flow, FlowTarget, Intent } from './intent';
import type { Fault, Reorganisation } from './reorganisation';

export interface EndedUnit {
  unit: UnitOnDay;
  flow: Flow;
  /** Identities of the effective day, in the order of the file. */
  successorIds: string[];
}

export interface BegunUnit {
  unit: Unit;
  definition: Definition;
  sources: UnitOnDay[];
}

export interface PlacedLink extends SuccessionLink {
  place: string;
}

/** The geography around the effective day: `before` is the map of the day before, `on` that of the day as it is loaded. */
export interface Surroundings {
  geography: ReferenceGeography;
  before: DayMap;
  on: DayMap;
}

/** Who ends, who begins and who follows whom; names and parents come after. */
export class SuccessionPlan {
  readonly ended = new Map<string, EndedUnit>();
  readonly begun = new Map<string, BegunUnit>();
  readonly links: PlacedLink[] = [];
  readonly faults: Fault[] = [];

  constructor(
    readonly surroundings: Surroundings,
    private readonly reorganisation: Reorganisation,
    intent: Intent,
  ) {
    for (const definition of intent.definitions.values()) this.begin(definition);
    const flows = [...intent.flows.values()].map((flow) => ({ flow, unit: this.findBefore(flow) }));
    for (const { flow, unit } of flows) {
      if (unit && !flow.isContinuing) this.ended.set(unit.unitId, { unit, flow, successorIds: [] });
    }
    for (const { flow, unit } of flows) if (unit) this.follow(flow, unit);
  }

  get day(): string {
    return this.reorganisation.effectiveOn;
  }

  /** The unit of the day before, or a fault with what last had the code. */
  findBefore({ place, level, code }: Pick<Flow, 'place' | 'level' | 'code'>): UnitOnDay | undefined {
    const found = this.surroundings.before.find(level, code);
    if (!found) this.refuse(place, this.describeUnknown(level, code, this.surroundings.before.day));
    return found;
  }

  /** The identity that has the code on the effective day. */
  findOnDay(level: Level, code: string): string | undefined {
    const begun = this.begun.get(unitKey(level, code));
    if (begun) return begun.unit.id;
    const { before, on } = this.surroundings;
    const kept = before.find(level, code) ?? on.find(level, code);
    return kept && on.get(kept.unitId) && !this.ended.has(kept.unitId) ? kept.unitId : undefined;
  }

  describeUnknown(level: Level, code: string, day: string): string {
    const unknown = `no ${level.toLowerCase()} has the code ${code} on ${day}`;
    const last = findLastHolder(this.surroundings.geography, level, code, this.day);
    if (!last) return `${unknown}, and none had it before; correct the code`;
    const link = this.surroundings.geography.links.find((one) => one.predecessorId === last.unitId && one.isMain);
    const heir = link && this.surroundings.on.get(link.successorId);
    const went = heir ? `, which went into ${describeUnit(heir)}` : '';
    return `${unknown}; it was last that of ${describeUnit(last)}, until ${last.validTo}${went}; name a unit of ${day}`;
  }

  refuse(place: string, message: string): void {
    this.faults.push({ place, message });
  }

  private begin(definition: Definition): void {
    const { level, code } = definition;
    const unit = { id: unitId(level, code, this.day), level, code };
    this.begun.set(unitKey(level, code), { unit, definition, sources: [] });
  }

  private follow(flow: Flow, source: UnitOnDay): void {
    for (const target of flow.targets) {
      const begun = this.begun.get(unitKey(target.level, target.code));
      begun?.sources.push(source);
      const successorId = begun?.unit.id ?? this.findOnDay(target.level, target.code);
      if (successorId === undefined) this.refuse(flow.place, this.describeNoTarget(target));
      else if (successorId !== source.unitId) this.link(flow, source, target, successorId);
    }
  }

  private link({ place }: Flow, source: UnitOnDay, { kind, isMain }: FlowTarget, successorId: string): void {
    this.ended.get(source.unitId)?.successorIds.push(successorId);
    const { effectiveOn, decision } = this.reorganisation;
    const ids = { predecessorId: source.unitId, successorId };
    this.links.push({ place, ...ids, kind, effectiveOn, decision: decision.number, isMain });
  }

  private describeNoTarget({ level, code }: FlowTarget): string {
    const before = this.surroundings.before.find(level, code);
    const what = before
      ? `${describeUnit(before)} does not go on after ${before.validTo ?? this.day}`
      : this.describeUnknown(level, code, this.day);
    return `${what}; or give the new unit a fullName and a parentCode`;
  }
}
