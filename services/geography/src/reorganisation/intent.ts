import type { SuccessionKind } from '../reference/reference-geography';
import type { ReorganisedLevel } from './reorganisation-file';

/** A unit by its code: of the day before where it goes from, of the effective day where it goes to. */
interface UnitCode {
  place: string;
  level: ReorganisedLevel;
  code: string;
}

export interface FlowTarget {
  level: ReorganisedLevel;
  code: string;
  kind: SuccessionKind;
  isMain: boolean;
}

/** Where a unit of the day before goes. With `isContinuing` it goes on itself and only gives parts away. */
export interface Flow extends UnitCode {
  targets: FlowTarget[];
  isContinuing: boolean;
}

/** A unit that begins. What is null it takes from the unit that is re-coded. */
export interface Definition extends UnitCode {
  fullName: string | null;
  parentCode: string | null;
  recodedFrom: string | null;
}

/** New attributes of a unit that goes on. `renaming` says whether the kind must stay or must change. */
export interface Edit extends UnitCode {
  renaming: { change: 'RENAME' | 'RETYPE'; fullName: string } | null;
  parentCode: string | null;
}

/** What the file asks for, each unit once, by `unitKey`. */
export interface Intent {
  flows: Map<string, Flow>;
  definitions: Map<string, Definition>;
  edits: Map<string, Edit>;
}
