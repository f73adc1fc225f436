import { unitKey } from '../reference/mapped-unit';
import type { Level, UnitKind, UnitVersion } from '../reference/reference-geography';
import { parseFullName, type UnitNames } from '../reference/unit-name';
import { describeUnit, type UnitOnDay } from './day-map';
import type { Edit, Intent } from './intent';
import { ParentResolver } from './parent-resolver';
import type { BegunUnit, EndedUnit, SuccessionPlan } from './succession-plan';

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
  private readonly parents: ParentResolver;

  constructor(
    private readonly succession: SuccessionPlan,
    private readonly intent: Intent,
  ) {
    this.parents = new ParentResolver(succession);
    const begun = [...succession.begun.values()];
    for (const level of LEVELS) {
      for (const one of begun) if (one.unit.level === level) this.describeBegun(one);
      for (const edit of intent.edits.values()) if (edit.level === level) this.applyEdit(edit);
    }
    for (const ended of succession.ended.values()) this.placeChildren(ended);
  }

  private describeBegun({ unit, definition, sources }: BegunUnit): void {
    const { place, fullName, parentCode, recodedFrom, code, level } = definition;
    const source = sources.find((one) => one.code === recodedFrom) ?? sources[0];
    if (!source) return;
    const child = fullName === null ? describeUnit(source) : `"${fullName}"`;
    const parentId =
      parentCode === null ? this.parents.inherit(source) : this.parents.find(place, level, parentCode, child);
    if (parentId === undefined) {
      if (parentCode === null) this.refuse(place, `${child}: its parent ends; add a MOVE`);
      return;
    }
    const names =
      fullName === null ? this.nameRecoded(place, source, parentId) : this.parseName(place, level, fullName, parentId);
    if (!names) return;
    this.kinds.set(unit.id, names.kind);
    const regions = new Set(sources.map((one) => one.regionVi));
    const regionVi = level === 'PROVINCE' && regions.size === 1 ? source.regionVi : null;
    const version = { unitId: unit.id, ...names, parentId, regionVi, validFrom: this.succession.day, validTo: null };
    this.begun.push({ version, place, level, code });
  }

  private nameRecoded(place: string, source: UnitOnDay, parentId: string): UnitNames | undefined {
    const renaming = this.intent.edits.get(unitKey(source.level, source.code))?.renaming;
    return renaming ? this.rename(place, source, renaming, parentId) : namesOf(source);
  }

  private applyEdit(edit: Edit): void {
    const { place, level, parentCode, renaming } = edit;
    const unit = this.succession.findBefore(edit);
    if (!unit || this.succession.ended.has(unit.unitId)) return;
    const moved = parentCode === null ? undefined : this.parents.find(place, level, parentCode, describeUnit(unit));
    if (moved !== undefined && moved === unit.parentId) {
      this.refuse(place, `${describeUnit(unit)} already lies under ${parentCode}; leave the MOVE out`);
    }
    const parentId = moved ?? this.parents.inherit(unit) ?? '';
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
    const heir = this.parents.inherit({ parentId: unit.unitId });
    if (heir !== undefined) for (const child of children) this.patch(child, flow.place, { parentId: heir });
    else if (children.length > 0) {
      const names = children.slice(0, CHILD_NAMES_SHOWN).map(describeUnit).join(', ');
      const rest = children.length > CHILD_NAMES_SHOWN ? ` and ${children.length - CHILD_NAMES_SHOWN} more` : '';
      this.refuse(flow.place, `${describeUnit(unit)} ends and nothing says where these go: ${names}${rest}; MOVE them`);
    }
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
