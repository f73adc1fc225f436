import type { Day, UnitKind } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ReportFault } from './report-columns';
import type { ReportedEntry } from './reported-entry';
import { quote } from './row-cells';

interface FoundUnit {
  readonly line: number;
  readonly day: Day;
  /** Of the first map that is loaded. */
  readonly firstDay: Day;
  readonly unitId: string | null;
  readonly kind: UnitKind | null;
  readonly provinceCode: string | null;
}

/** The unit of each entry, and a fault for each entry without one. */
export interface PlacedEntries {
  readonly unitIds: ReadonlyMap<ReportedEntry, string>;
  readonly faults: readonly ReportFault[];
}

/** A unit is the one that had the code on the map that the row names, else on that of its day or the first one loaded. */
const UNITS = `
  with first_map as (select min(s.day) as day from register_map_state s),
  asked as (
    select a.*, coalesce(a.map, greatest(f.day, a.as_of)) as day, f.day as first_day
    from jsonb_to_recordset($1::jsonb) as a(line integer, code text, level text, map date, as_of date)
    cross join first_map f
  )
  select a.line, a.day, a.first_day as "firstDay", v.unit_id as "unitId", v.kind,
    case v.level when 'PROVINCE' then v.code else p.code end as "provinceCode"
  from asked a
  left join register_unit_version v on v.code = a.code and v.level = a.level and v.valid @> a.day
  left join register_unit_version p on p.unit_id = v.province_id and p.valid @> a.day`;

/** One statement, however many rows. */
export async function placeEntries(tx: EntityManager, entries: readonly ReportedEntry[]): Promise<PlacedEntries> {
  const asked = entries.map(({ line, asOf, unit: { code, level, map } }) => ({ line, as_of: asOf, code, level, map }));
  const found: FoundUnit[] = await tx.query(UNITS, [JSON.stringify(asked)]);
  const byLine = new Map(found.map((unit) => [unit.line, unit]));
  const unitIds = new Map<ReportedEntry, string>();
  const faults: ReportFault[] = [];
  for (const entry of entries) {
    const unit = byLine.get(entry.line)!;
    const fault = faultOf(entry, unit);
    if (fault) faults.push({ line: entry.line, ...fault });
    else unitIds.set(entry, unit.unitId!);
  }
  return { unitIds, faults };
}

function faultOf({ unit }: ReportedEntry, found: FoundUnit): Omit<ReportFault, 'line'> | null {
  const { unitId, kind, provinceCode, day, firstDay } = found;
  if (day < firstDay) {
    const reason = `no map of ${day} is loaded; the first one is of ${firstDay}`;
    return { column: 'map', reason, remedy: `leave it empty, or write ${firstDay}` };
  }
  if (unitId === null) {
    const reason = `no ${unit.level} has the code ${quote(unit.code)} on the map of ${day}`;
    return { column: 'unit_code', reason, remedy: 'write its code on that map, or name another map in the column map' };
  }
  if (unit.kind !== null && kind !== unit.kind) {
    return { column: 'level', reason: `${quote(unit.code)} is a ${kind} on the map of ${day}`, remedy: `write that` };
  }
  if (unit.provinceCode !== null && provinceCode !== unit.provinceCode) {
    const reason = `${quote(unit.code)} lies in the province ${quote(provinceCode ?? 'none')} on the map of ${day}`;
    return { column: 'province_code', reason, remedy: 'check both codes' };
  }
  return null;
}
