import type { Actor, Database, Day, Level } from '@tieuchi/subgraph-kit';
import type { SearchQuestion } from './search-reading';
import { SEARCH_UNITS } from './unit-search.sql';

export interface FoundUnitRow {
  /** The unit to show: the one found, or its main successor where it does not hold on the map. */
  readonly unitId: string;
  /** 0 code, 1 whole name, 2 beginning, 3 beginning of a word, 4 similar. */
  readonly fit: number;
  readonly matchedName: string;
  readonly matchedLine: string;
  /** Last day of that name; null where the unit bears it on the map. */
  readonly matchedOn: Day | null;
  readonly holdsOnMap: boolean;
  readonly successorIds: readonly string[];
}

export class UnitSearchRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** The best `limit` matches in one statement, lineage included. */
  findUnitsByText(
    { readings, code }: SearchQuestion,
    level: Level | null,
    map: Day,
    limit: number,
  ): Promise<FoundUnitRow[]> {
    const values = [JSON.stringify(readings), code, level, map, limit];
    return this.database.read(this.actor, SEARCH_UNITS, values);
  }
}
