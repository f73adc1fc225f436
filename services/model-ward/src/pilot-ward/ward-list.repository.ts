import { type Actor, type AsOf, type Database, type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import { checkMapLoaded, FIRST_MAP_DAY } from '../administrative-unit/loaded-map';
import { knownBefore, knownOn, type PilotWardRow, SEEN, WARD_COLUMNS } from './pilot-ward.repository';
import type { WardState } from './ward-state';
import { WARDS_WITHIN } from './wards-within-sql';

export interface WardListQuestion {
  /** Id of a unit on the map asked; null: everywhere. */
  readonly within: string | null;
  readonly states: readonly WardState[] | null;
  /** The year that wards are scored for, or recognised for. */
  readonly year: number | null;
}

export interface ListedWard extends PilotWardRow {
  /** Code and id: what the list is ordered by. */
  readonly place: string;
}

/** $1: within, $2: map, $3: known before, $4: states, $5: year. */
const LISTED = `
  ${WARDS_WITHIN},
  listed as (
    select w.*, p.code || ' ' || w.ward_id as place from pilot_ward w
    join placed p on p.ward_id = w.ward_id
    where ${knownOn('$3')} and ($4::text[] is null or w.state = any($4))
      and ($5::int is null or w.year = $5 or w.recognised_for_year = $5
        or exists (select from jsonb_to_recordset(w.earlier_recognitions) as e(year int) where e.year = $5))
  )`;

export class WardListRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** The first `limit` wards after `after`, by code; one statement. */
  findPage(question: WardListQuestion, limit: number, after: string | null): Promise<ListedWard[]> {
    return this.database.read<ListedWard>(
      this.actor,
      `with ${LISTED} select ${WARD_COLUMNS}, w.place from listed w ${SEEN}
       where $6::text is null or w.place collate "C" > $6 order by w.place collate "C" limit $7`,
      [...this.valuesOf(question), after, limit],
    );
  }

  async count(question: WardListQuestion): Promise<number> {
    const sql = `with ${LISTED} select count(*)::int as count from listed`;
    const [row] = await this.database.read<{ count: number }>(this.actor, sql, this.valuesOf(question));
    return row!.count;
  }

  /**
   * Tells an empty list from a wrong question; asked for empty lists alone.
   * @throws SpeakingError MAP_NOT_LOADED before the first loaded map, UNIT_NOT_FOUND where the unit is not on the map asked
   */
  async checkWithin(within: string | null): Promise<void> {
    const { map } = this.asOf;
    const [found] = await this.database.read<{ firstMapDay: Day | null; isOnMap: boolean }>(
      this.actor,
      `select ${FIRST_MAP_DAY} as "firstMapDay",
         exists (select from register_unit_version v where v.unit_id = $1 and v.valid @> $2::date) as "isOnMap"`,
      [within, map],
    );
    checkMapLoaded(map, found!.firstMapDay);
    if (within === null || found!.isOnMap) return;
    throw new SpeakingError(
      'UNIT_NOT_FOUND',
      `within: "${within.slice(0, 60)}" is the id of no unit on the map of ${map}.`,
    );
  }

  private valuesOf({ within, states, year }: WardListQuestion): unknown[] {
    const asked = states && states.length > 0 ? states : null;
    return [within, this.asOf.map, knownBefore(this.asOf), asked, year];
  }
}
