import type { Day } from '../day';
import type { Level, UnitKind } from './unit-kind';

/** What geography publishes for services that must know units: immutable, one document per edition. */
export interface RegisterSnapshot {
  /** Grows with every change of the reference data. */
  readonly edition: number;
  readonly states: readonly RegisterMapState[];
  readonly versions: readonly RegisterUnitVersion[];
  readonly links: readonly RegisterLink[];
  /** The reorganisations whose links are all known, not only the main successors. */
  readonly completeLineage: readonly Day[];
}

/** A state of the map that is loaded. Between two of them the earlier one answers. */
export interface RegisterMapState {
  readonly day: Day;
  /** The last day on which the state is known to be exact; null: until a later state is loaded. */
  readonly exactUntil: Day | null;
}

/** A unit's attributes and ancestors while they hold: `validFrom` inclusive, `validTo` exclusive, null without end. */
export interface RegisterUnitVersion {
  readonly unitId: string;
  readonly level: Level;
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly districtId: string | null;
  readonly provinceId: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

export interface RegisterLink {
  readonly predecessorId: string;
  readonly successorId: string;
  readonly kind: string | null;
  readonly effectiveOn: Day;
  readonly isMain: boolean;
}
