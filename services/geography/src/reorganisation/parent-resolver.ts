import type { Level } from '../reference/reference-geography';
import type { UnitOnDay } from './day-map';
import type { SuccessionPlan } from './succession-plan';

/** Finds where units lie on the effective day. */
export class ParentResolver {
  private readonly hasDistricts: boolean;

  constructor(private readonly succession: SuccessionPlan) {
    const { surroundings, ended, begun } = succession;
    const goesOn = (unit: UnitOnDay) => unit.level === 'DISTRICT' && !ended.has(unit.unitId);
    const begins = [...begun.values()].some(({ unit }) => unit.level === 'DISTRICT');
    this.hasDistricts = begins || surroundings.before.units.some(goesOn);
  }

  /** Undefined where the parent ends and goes to several units, or to one of another level. */
  inherit({ parentId }: Pick<UnitOnDay, 'parentId'>): string | undefined {
    const ended = parentId === null ? undefined : this.succession.ended.get(parentId);
    if (!ended) return parentId ?? undefined;
    const { flow, successorIds } = ended;
    return flow.targets.every((target) => target.level === flow.level) && successorIds.length === 1
      ? successorIds[0]
      : undefined;
  }

  /** The unit that has the code, or a fault of `child`. */
  find(place: string, level: Level, parentCode: string, child: string): string | undefined {
    const expected = this.parentLevel(level);
    const found = parentCode === 'VN' ? 'COUNTRY' : parentCode.length === 2 ? 'PROVINCE' : 'DISTRICT';
    if (found !== expected) {
      const message = `${child} would lie under the ${found.toLowerCase()} ${parentCode}; name its ${expected.toLowerCase()}`;
      this.succession.refuse(place, message);
      return undefined;
    }
    const id = this.succession.findOnDay(expected, parentCode);
    if (id === undefined) {
      const unknown = this.succession.describeUnknown(expected, parentCode, this.succession.day);
      this.succession.refuse(place, `${child} has no parent: ${unknown}`);
    }
    return id;
  }

  private parentLevel(level: Level): 'COUNTRY' | 'PROVINCE' | 'DISTRICT' {
    if (level === 'PROVINCE') return 'COUNTRY';
    return level === 'COMMUNE' && this.hasDistricts ? 'DISTRICT' : 'PROVINCE';
  }
}
