import { dayBefore } from '@tieuchi/subgraph-kit';
import type {
  Level,
  ReferenceGeography,
  SuccessionKind,
  UnitKind,
  UnitVersion,
} from '../reference/reference-geography';
import { DayMap } from './day-map';
import type { Reorganisation } from './reorganisation';
import type { Effects } from './version-ledger';

/** A unit by the names of the day before (what ends) or of the effective day. */
export interface ReportedUnit {
  unitId: string;
  level: Level;
  code: string;
  kind: UnitKind;
  fullNameVi: string;
  parentFullNameVi: string | null;
}

/** The other end of a link. */
export interface ReportedLink {
  unitId: string;
  fullNameVi: string;
  kind: SuccessionKind | null;
  isMain: boolean;
}

export type KindTotals = Partial<Record<UnitKind, number>>;

/** What a file does, unit by unit, in the order of level and code. */
export interface ReorganisationReport {
  effectiveOn: string;
  decision: Reorganisation['decision'];
  /** The file had been applied before. */
  changesNothing: boolean;
  ended: (ReportedUnit & { successors: ReportedLink[] })[];
  begun: (ReportedUnit & { predecessors: ReportedLink[] })[];
  changed: { before: ReportedUnit; after: ReportedUnit }[];
  /** Numbers of units by kind on the day before and on the effective day. */
  totalsBefore: KindTotals;
  totalsAfter: KindTotals;
}

export function reportEffects(
  { effectiveOn, decision }: Reorganisation,
  result: ReferenceGeography,
  { ended, begun, changed, links }: Effects,
): ReorganisationReport {
  const before = new DayMap(result, dayBefore(effectiveOn));
  const on = new DayMap(result, effectiveOn);
  const linksOf = (end: 'predecessorId' | 'successorId', unitId: string, map: DayMap): ReportedLink[] => {
    const other = end === 'predecessorId' ? 'successorId' : 'predecessorId';
    const own = links.filter((link) => link[end] === unitId);
    return own.map((link) => {
      const { kind, isMain, [other]: otherId } = link;
      return { unitId: otherId, fullNameVi: map.get(otherId)?.fullNameVi ?? '', kind, isMain };
    });
  };
  return {
    effectiveOn,
    decision,
    changesNothing: ended.length + begun.length + changed.length + links.length === 0,
    ended: present(ended, before).map((unit) => ({ ...unit, successors: linksOf('predecessorId', unit.unitId, on) })),
    begun: present(begun, on).map((unit) => ({ ...unit, predecessors: linksOf('successorId', unit.unitId, before) })),
    changed: changed
      .map((one) => ({ before: toReported(one.before, before), after: toReported(one.after, on) }))
      .sort((a, b) => compareReported(a.after, b.after)),
    totalsBefore: countKinds(before),
    totalsAfter: countKinds(on),
  };
}

/** Numbers of units of that map by kind. */
export function countKinds({ units }: DayMap): KindTotals {
  const totals: KindTotals = {};
  for (const { kind } of units) totals[kind] = (totals[kind] ?? 0) + 1;
  return totals;
}

function present(versions: readonly UnitVersion[], map: DayMap): ReportedUnit[] {
  return versions.map((version) => toReported(version, map)).sort(compareReported);
}

function toReported({ unitId, kind, fullNameVi, parentId }: UnitVersion, map: DayMap): ReportedUnit {
  const unit = map.get(unitId);
  const parentFullNameVi = parentId === null ? null : (map.get(parentId)?.fullNameVi ?? null);
  return { unitId, level: unit?.level ?? 'COMMUNE', code: unit?.code ?? '', kind, fullNameVi, parentFullNameVi };
}

function compareReported(a: ReportedUnit, b: ReportedUnit): number {
  return a.code.length - b.code.length || (a.unitId < b.unitId ? -1 : 1);
}
