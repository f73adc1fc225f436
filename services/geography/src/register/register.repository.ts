import { type Database, SYSTEM } from '@tieuchi/subgraph-kit';

/** What geography publishes to the services that must know units. */
export class RegisterRepository {
  constructor(private readonly database: Database) {}

  async findEdition(): Promise<number | null> {
    const rows = await this.database.read<{ edition: number }>(SYSTEM, 'select max(edition) as edition from edition');
    return rows[0]?.edition ?? null;
  }

  /** A `RegisterSnapshot` as JSON text: one statement, so that its parts belong together. */
  async findSnapshotText(): Promise<string> {
    const rows = await this.database.read<{ snapshot: string }>(
      SYSTEM,
      `select json_build_object(
         'edition', (select max(edition) from edition),
         'states', (select json_agg(json_build_object('day', day, 'exactUntil', exact_until) order by day) from map_state),
         'versions', (select json_agg(json_build_object('unitId', unit_id, 'level', level, 'code', code, 'kind', kind,
            'name', full_name_vi, 'districtId', district_id, 'provinceId', province_id,
            'validFrom', lower(valid), 'validTo', upper(valid)) order by unit_id, valid) from unit_version),
         'links', (select json_agg(json_build_object('predecessorId', predecessor_id, 'successorId', successor_id,
            'kind', kind, 'effectiveOn', effective_on, 'isMain', is_main) order by predecessor_id, successor_id, effective_on)
            from succession_link),
         'completeLineage', (select coalesce(json_agg(effective_on order by effective_on), '[]') from complete_lineage)
       )::text as snapshot`,
    );
    return rows[0]!.snapshot;
  }
}
