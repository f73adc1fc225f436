import { unitKey } from '../reference/mapped-unit';
import type { Definition, Flow, FlowTarget, Intent } from './intent';
import type { Change, Fault } from './reorganisation';
import type { Part } from './reorganisation-file';

type StructuralChange = Extract<Change, { change: 'MERGE' | 'SPLIT' | 'DISSOLVE' }>;
type AttributeChange = Exclude<Change, StructuralChange>;

/** Joins what the changes say of one unit, and finds where two of them contradict each other. */
export function readIntent(changes: readonly Change[]): { intent: Intent; faults: Fault[] } {
  const reader = new IntentReader();
  const structural = changes.filter(isStructural);
  for (const change of structural) reader.readDefinitions(change);
  for (const change of structural) reader.readFlows(change);
  const attributes = changes.filter((change): change is AttributeChange => !isStructural(change));
  // a re-coding takes the name and the parent from the others
  const recodings = attributes.filter((change) => change.change === 'RECODE');
  for (const change of attributes) if (change.change !== 'RECODE') reader.readEdit(change);
  for (const change of recodings) reader.readRecoding(change);
  return { intent: reader.intent, faults: [...reader.faults, ...findContradictions(reader.intent)] };
}

function isStructural(change: Change): change is StructuralChange {
  return change.change === 'MERGE' || change.change === 'SPLIT' || change.change === 'DISSOLVE';
}

class IntentReader {
  readonly intent: Intent = { flows: new Map(), definitions: new Map(), edits: new Map() };
  readonly faults: Fault[] = [];

  readDefinitions(change: StructuralChange): void {
    const parts: Part[] = change.change === 'MERGE' ? [change.into] : change.into;
    for (const { level = change.level, code, fullName, parentCode = 'VN' } of parts) {
      if (fullName === undefined) continue;
      this.define({ place: change.place, level, code, fullName, parentCode, recodedFrom: null });
    }
  }

  readFlows(change: StructuralChange): void {
    const { place, level } = change;
    if (change.change === 'MERGE') {
      const targets: FlowTarget[] = [{ level, code: change.into.code, kind: 'WHOLE', isMain: true }];
      for (const code of change.from) this.addFlow({ place, level, code, targets });
      return;
    }
    const targets = change.into.map(({ level: partLevel = level, code, link = 'WHOLE', isMain }, _, { length }) => ({
      level: partLevel,
      code,
      kind: link,
      isMain: length === 1 || isMain === true,
    }));
    this.addFlow({ place, level, code: change.code, targets });
  }

  readEdit(change: Exclude<AttributeChange, { change: 'RECODE' }>): void {
    const { place, level, code } = change;
    const key = unitKey(level, code);
    const edit = this.intent.edits.get(key) ?? { place, level, code, renaming: null, parentCode: null };
    if (change.change === 'MOVE') {
      if (edit.parentCode !== null) this.refuse(place, `${key} moves twice (${edit.place})`);
      edit.parentCode = change.parentCode;
    } else {
      if (edit.renaming) this.refuse(place, `${key} is renamed twice (${edit.place}); a RETYPE sets the name too`);
      edit.renaming = { change: change.change, fullName: change.fullName };
    }
    this.intent.edits.set(key, edit);
  }

  readRecoding({ place, level, code, newCode }: Extract<AttributeChange, { change: 'RECODE' }>): void {
    const edit = this.intent.edits.get(unitKey(level, code));
    const kind = edit?.renaming ? 'RENAMED_OR_RETYPED' : 'UNCHANGED';
    if (newCode === code) this.refuse(place, `${code} keeps its code; leave the RECODE out`);
    const parentCode = edit?.parentCode ?? null;
    this.define({ place, level, code: newCode, fullName: null, parentCode, recodedFrom: code });
    this.addFlow({ place, level, code, targets: [{ level, code: newCode, kind, isMain: true }] });
  }

  private define(definition: Definition): void {
    const { level, code, place, fullName, parentCode } = definition;
    const key = unitKey(level, code);
    const known = this.intent.definitions.get(key);
    if (!known) this.intent.definitions.set(key, definition);
    else if (known.fullName !== fullName || known.parentCode !== parentCode || fullName === null) {
      const other =
        known.fullName === null ? 'the unit re-coded there' : `"${known.fullName}" under ${known.parentCode}`;
      this.refuse(place, `new code ${code} is also given to ${other} (${known.place}); each new unit needs its own`);
    }
  }

  private addFlow(flow: Omit<Flow, 'isContinuing'>): void {
    const key = unitKey(flow.level, flow.code);
    const known = this.intent.flows.get(key);
    if (known) {
      this.refuse(flow.place, `${key} already goes elsewhere (${known.place}); say once where it goes`);
      return;
    }
    const isContinuing =
      !this.intent.definitions.has(key) && flow.targets.some(({ level, code }) => unitKey(level, code) === key);
    this.intent.flows.set(key, { ...flow, isContinuing });
  }

  private refuse(place: string, message: string): void {
    this.faults.push({ place, message });
  }
}

function findContradictions({ flows, definitions, edits }: Intent): Fault[] {
  const faults: Fault[] = [];
  for (const [key, { place, code, targets, isContinuing }] of flows) {
    if (isContinuing && targets.length === 1) {
      const remedy = 'leave it out where it goes on, or give the new unit a fullName and a parentCode';
      faults.push({ place, message: `${key} goes into itself; ${remedy}` });
    }
    const codes = new Set(targets.map((target) => unitKey(target.level, target.code)));
    if (codes.size < targets.length)
      faults.push({ place, message: `${key} goes to the same unit twice; join the parts` });
    const edit = edits.get(key);
    const isRecoded = targets.some(
      (target) => definitions.get(unitKey(target.level, target.code))?.recodedFrom === code,
    );
    if (edit && !isContinuing && !isRecoded) {
      faults.push({ place: edit.place, message: `${key} ends on that day (${place}); leave this change out` });
    }
  }
  return faults;
}
