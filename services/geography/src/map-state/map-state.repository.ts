import type { Actor, Database, Day } from '@tieuchi/subgraph-kit';
import type { MapState } from './map-state';

export class MapStateRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  async findMapState(map: Day): Promise<MapState | null> {
    const rows = await this.database.read<MapState>(
      this.actor,
      `select $1::date as day, s.day as "answeredBy", coalesce($1::date <= s.exact_until, true) as "mapExact",
         (select count(*)::int from unit_version v where v.level = 'PROVINCE' and v.valid @> $1::date) as provinces
       from map_state s where s.day <= $1::date order by s.day desc limit 1`,
      [map],
    );
    return rows[0] ?? null;
  }
}
