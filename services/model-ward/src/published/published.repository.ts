import type { Actor, Database, Day } from '@tieuchi/subgraph-kit';

/** A unit by its code on a map. */
export interface CodeOnMap {
  readonly level: string;
  readonly code: string;
  readonly map: Day;
}

/** Published rows are a file: only their units are asked of the register. */
export class PublishedRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** The ids of units in the order asked, null where none has the code; one statement. */
  async findUnitIds(asked: readonly CodeOnMap[]): Promise<(string | null)[]> {
    const rows = await this.database.read<{ unitId: string | null }>(
      this.actor,
      `select (select v.unit_id from register_unit_version v where v.level = a.level and v.code = a.code
          and v.valid @> a.map) as "unitId"
       from rows from (jsonb_to_recordset($1::jsonb) as (level text, code text, map date)) with ordinality
         as a(level, code, map, place)
       order by a.place`,
      [JSON.stringify(asked)],
    );
    return rows.map(({ unitId }) => unitId);
  }
}
