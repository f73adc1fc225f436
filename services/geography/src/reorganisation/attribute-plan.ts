import { unitKey } from '../reference/mapped-unit';
import type { Level, UnitKind, UnitVersion } from '../reference/reference-geography';
import { parseFullName, type UnitNames } from '../reference/unit-name';
import { describeUnit, type UnitOnDay } from './day-map';
import type { BegunUnit, EndedUnit, SuccessionPlan } from './succession-plan';
import type { Edit, Intent } from './unit-flow';

/** What changes of a unit that goes on: only these attributes, the others stay as they are on the day. */
export interface Patch {
  unit: UnitOnDay;
  place: string;
  attributes: Partial<UnitNames & Pick<UnitVersion, 'parentId'>>;
}

const LEVELS = ['PROVINCE', 'DISTRICT', 'COMMUNE'] as const;
const CHILD_NAMES_SHOWN = 8;

/** Names and parents: of the units that begin, of those that go on changed, and of the children of those that end. */
export class AttributePlan {
  readonly patches = new Map<string, Patch>();
  readonly begun: { version: UnitVersion; place: string; level: Level; code: string }[] = [];
  /** Of units that begin or change; a district's name is read by the kind of its province. */
  private readonly kinds = new Map<string, UnitKind>();
  private readonly hasDistricts: boolean;

  constructor(
    private readonly succession: SuccessionPlan,
    private readonly intent: Intent,
  ) {
    const { before } = succession.surroundings;
    const goesOn = (unit: UnitOnDay) => unit.level === 'DISTRICT' && !succession.ended.has(unit.unitId);
    const begun = [...succession.begun.values()];
    this.hasDistricts = before.units.some(goesOn) || begun.some(({ unit }) => unit.level === 'DISTRICT');
    for (const level of LEVELS) {
      for (const one of begun) if (one.unit.level === level) this.describeBegun(one);
      for (const edit of intent.edits.values()) if (edit.level === level) this.applyEdit(edit);
    }
    for (const ended of succession.ended.values()) this.placeChildren(ended);
  }

  private describeBegun({ unit, definition, sources }: BegunUnit): void {
    const { place, fullName, parentCode, code, level } = definition;
    const [source] = sources;
    if (!source) return;
    const recoded = fullName === null ? source : undefined;
    const parentId =
      parentCode === null ? this.inheritParent(source) : this.findParent(place, level, parentCode, `"${fullName}"`);
    if (parentId === undefined) {
      if (parentCode === null) this.refuse(place, `${describeUnit(source)}: its parent ends; add a MOVE`);
      return;
    }
    const renaming = recoded && this.intent.edits.get(unitKey(level, source.code))?.renaming;
    const names = renaming
      ? this.rename(place, source, renaming, parentId)
      : recoded
        ? namesOf(recoded)
        : this.parseName(place, level, fullName ?? '', parentId);
    if (!names) return;
    this.kinds.set(unit.id, names.kind);
    const regions = new Set(sources.map((one) => one.regionVi));
    const regionVi = level === 'PROVINCE' && regions.size === 1 ? source.regionVi : null;
    const version = { unitId: unit.id, ...names, parentId, regionVi, validFrom: this.succession.day, validTo: null };
    this.begun.push({ version, place, level, code });
  }

  private applyEdit(edit: Edit): void {
    const { place, level, parentCode, renaming } = edit;
    const unit = this.succession.findBefore(edit);
    if (!unit || this.succession.ended.has(unit.unitId)) return;
    const moved = parentCode === null ? undefined : this.findParent(place, level, parentCode, describeUnit(unit));
    if (moved !== undefined && moved === unit.parentId) {
      this.refuse(place, `${describeUnit(unit)} already lies under ${parentCode}; leave the MOVE out`);
    }
    const parentId = moved ?? this.inheritParent(unit) ?? '';
    const names = renaming ? this.rename(place, unit, renaming, parentId) : undefined;
    if (names) this.kinds.set(unit.unitId, names.kind);
    this.patch(unit, place, { ...names, ...(moved === undefined ? {} : { parentId: moved }) });
  }

  private rename(place: string, unit: UnitOnDay, renaming: NonNullable<Edit['renaming']>, parentId: string) {
    const { change, fullName } = renaming;
    const names = this.parseName(place, unit.level, fullName, parentId);
    if (!names) return undefined;
    const keepsKind = names.kind === unit.kind;
    if (change === 'RENAME' && !keepsKind) {
      this.refuse(place, `${describeUnit(unit)} changes its kind with "${fullName}"; use RETYPE`);
    } else if (change === 'RETYPE' && keepsKind) {
      this.refuse(place, `${describeUnit(unit)} keeps its kind with "${fullName}"; use RENAME`);
    } else if (names.fullNameVi === unit.fullNameVi && keepsKind) {
      this.refuse(place, `${describeUnit(unit)} already has that name; leave the change out`);
    }
    return names;
  }

  /** Children that no change names go where the whole of their parent goes; a divided parent does not decide it. */
  private placeChildren({ unit, flow }: EndedUnit): void {
    const { before, on } = this.succession.surroundings;
    const children = before.childrenOf(unit.unitId).filter((child) => {
      const isSettled = this.succession.ended.has(child.unitId) || !on.get(child.unitId);
      return !isSettled && this.patches.get(child.unitId)?.attributes.parentId === undefined;
    });
    const heir = this.inheritParent({ parentId: unit.unitId });
    if (heir !== undefined) for (const child of children) this.patch(child, flow.place, { parentId: heir });
    else if (children.length > 0) {
      const names = children.slice(0, CHILD_NAMES_SHOWN).map(describeUnit).join(', ');
      const rest = children.length > CHILD_NAMES_SHOWN ? ` and ${children.length - CHILD_NAMES_SHOWN} more` : '';
      this.refuse(flow.place, `${describeUnit(unit)} ends and nothing says where these go: ${names}${rest}; MOVE them`);
    }
  }

  /** Undefined where the parent ends and goes to several units, or to one of another level. */
  private inheritParent({ parentId }: Pick<UnitOnDay, 'parentId'>): string | undefined {
    const ended = parentId === null ? undefined : this.succession.ended.get(parentId);
    if (!ended) return parentId ?? undefined;
    const { flow, successorIds } = ended;
    return flow.targets.every((target) => target.level === flow.level) && successorIds.length === 1
      ? successorIds[0]
      : undefined;
  }

  private findParent(place: string, level: Level, parentCode: string, child: string): string | undefined {
    const expected = this.parentLevel(level);
    const found = parentCode === 'VN' ? 'COUNTRY' : parentCode.length === 2 ? 'PROVINCE' : 'DISTRICT';
    if (found !== expected) {
      const message = `${child} would lie under the ${found.toLowerCase()} ${parentCode}; name its ${expected.toLowerCase()}`;
      this.refuse(place, message);
      return undefined;
    }
    const id = this.succession.findOnDay(expected, parentCode);
    if (id === undefined) {
      const unknown = this.succession.describeUnknown(expected, parentCode, this.succession.day);
      this.refuse(place, `${child} has no parent: ${unknown}`);
    }
    return id;
  }

  private parentLevel(level: Level): 'COUNTRY' | 'PROVINCE' | 'DISTRICT' {
    if (level === 'PROVINCE') return 'COUNTRY';
    return level === 'COMMUNE' && this.hasDistricts ? 'DISTRICT' : 'PROVINCE';
  }

  private parseName(place: string, level: Level, fullName: string, parentId: string): UnitNames | undefined {
    const { before, on } = this.succession.surroundings;
    const kind = this.kinds.get(parentId) ?? on.get(parentId)?.kind ?? before.get(parentId)?.kind ?? 'PROVINCE';
    try {
      return parseFullName(level, fullName, kind);
    } catch {
      this.refuse(place, `"${fullName}" does not begin with a kind of level ${level}; write the full name`);
      return undefined;
    }
  }

  private patch(unit: UnitOnDay, place: string, attributes: Patch['attributes']): void {
    const known = this.patches.get(unit.unitId);
    this.patches.set(unit.unitId, { unit, place, ...known, attributes: { ...known?.attributes, ...attributes } });
  }

  private refuse(place: string, message: string): void {
    this.succession.refuse(place, message);
  }
}

function namesOf({ kind, nameVi, nameEn, fullNameVi, fullNameEn, printedName }: UnitOnDay): UnitNames {
  return { kind, nameVi, nameEn, fullNameVi, fullNameEn, printedName };
}
