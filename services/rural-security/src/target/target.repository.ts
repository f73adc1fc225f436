import type { Actor, Database } from '@tieuchi/subgraph-kit';
import type { SecurityTarget } from './target';

export interface UnitTarget extends SecurityTarget {
  readonly unitId: string;
}

const COLUMNS = `t.id, t.indicator_id as "indicatorId", t.scope_level as "scopeLevel", t.scope_code as "scopeCode",
  t.scope_map as "scopeMap", t.direction, trim_scale(t.percent)::text as percent, t.units, t.year, t.due,
  t.baseline_year as "baselineYear", t.source, t.version`;

export class TargetRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** Targets of these units and those they inherit from the country; own ones first, and those of the due day before interim ones. */
  findTargetsByUnitIds(unitIds: readonly string[]): Promise<UnitTarget[]> {
    return this.database.read(
      this.actor,
      `select asked.unit_id as "unitId", ${COLUMNS}, scope.unit_id <> asked.unit_id as inherited
       from unnest($1::text[]) as asked(unit_id)
       cross join target t
       join register_unit_version scope on scope.level = t.scope_level and scope.code = t.scope_code
         and scope.valid @> t.scope_map and scope.unit_id in (asked.unit_id, 'VN')
       order by asked.unit_id, t.indicator_id, inherited, t.year nulls first,
         nullif(t.version, 'undated') desc nulls last, t.id`,
      [unitIds],
    );
  }

  findTargetsByIndicatorIds(indicatorIds: readonly string[]): Promise<SecurityTarget[]> {
    return this.database.read(
      this.actor,
      `select ${COLUMNS}, false as inherited from target t where t.indicator_id = any($1)
       order by t.indicator_id, t.scope_level, t.scope_code, t.year nulls first,
         nullif(t.version, 'undated') desc nulls last, t.id`,
      [indicatorIds],
    );
  }
}
