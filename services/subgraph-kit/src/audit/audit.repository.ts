import type { Database } from '../database/database';
import type { Day } from '../day';
import { type Actor, SYSTEM } from '../identity/actor';
import type { ChainEnd } from './audit-head';

/** A seal and its entry, each value as the text that was hashed; without its entry where somebody took that away. */
export interface SealedEntry {
  readonly position: string;
  readonly sealedAt: string;
  readonly hash: string;
  readonly entryId: string;
  readonly entry: Readonly<Record<string, string | null>> | null;
}

/** An entry without a seal, or one that waits for its seal and is not there. */
export interface UnsealedEntry {
  readonly id: string;
  readonly at: string | null;
  readonly actor: string | null;
  readonly action: string | null;
  /** Its table, or what was read or refused. */
  readonly what: string | null;
  /** By the database's clock. */
  readonly ageSeconds: number | null;
  /** Whether the sealer will take it; what came past the triggers does not wait. */
  readonly isWaiting: boolean;
  readonly isGone: boolean;
}

const PAGE_SIZE = 2_000;
/** Of entries that are looked at; sealed ones among them are not answered. */
const SPAN_SIZE = 20_000;

const SEALED = `
  select s.position::text, audit_instant(s.sealed_at) as "sealedAt", encode(s.hash, 'hex') as hash,
    s.entry_id::text as "entryId",
    case when e.id is not null then json_build_object(
      'id', e.id::text, 'at', audit_instant(e.at), 'login', e.login, 'actor', e.actor, 'role', e.role,
      'scope', e.scope, 'action', e.action, 'tableName', e.table_name, 'rowCount', e.row_count::text,
      'firstKey', e.first_key, 'lastKey', e.last_key, 'detail', e.detail::text) end as entry
  from audit_seal s left join audit_entry e on e.id = s.entry_id
  where $1::bigint is null or s.position > $1 order by s.position limit ${PAGE_SIZE}`;

const SPAN_END = `select max(id)::text as through from (
  select id from audit_entry where $1::bigint is null or id > $1 order by id limit ${SPAN_SIZE}) as span`;

/** An instant that somebody made up, infinite or of another age, is counted as the longest that an integer holds. */
const AGE_SECONDS = `greatest(-2147483647, least(2147483647,
  extract(epoch from clock_timestamp()) - extract(epoch from e.at)))::int`;

const UNSEALED = `
  select e.id::text, audit_instant(e.at) as at, e.actor, e.action, coalesce(e.table_name, e.detail::text) as what,
    ${AGE_SECONDS} as "ageSeconds",
    exists (select from audit_unsealed w where w.entry_id = e.id) as "isWaiting", false as "isGone"
  from audit_entry e
  where ($1::bigint is null or e.id > $1) and e.id <= $2 and not exists (select from audit_seal s where s.entry_id = e.id)
  union all
  select w.entry_id::text, null, null, null, null, null, true, true from audit_unsealed w
  where coalesce($1, 0) = 0 and not exists (select from audit_entry e where e.id = w.entry_id)`;

const DAY_ENDS = `
  select distinct on (day) day::text, position, encode(hash, 'hex') as hash from (
    select (sealed_at at time zone 'Asia/Ho_Chi_Minh')::date as day, position, hash
    from audit_seal where position > $1 and sealed_at < $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
  ) as sealed order by day, position desc`;

type EndRow = { readonly position: string; readonly hash: string };

export class AuditRepository {
  constructor(private readonly database: Database) {}

  async findInstallation(): Promise<string> {
    const [row] = await this.database.read<{ id: string }>(SYSTEM, 'select id from installation');
    return row!.id;
  }

  /**
   * At most 2,000, by position.
   * @param after null: from the first, whatever its number: what was put in by hand may lie before 1
   */
  findSealed(actor: Actor, after: string | null): Promise<SealedEntry[]> {
    return this.database.read(actor, SEALED, [after]);
  }

  /**
   * @param after as of the sealed ones, an id
   * @returns `through`: up to which id was looked, null where there is no entry after `after`
   */
  async findUnsealed(
    actor: Actor,
    after: string | null,
  ): Promise<{ entries: UnsealedEntry[]; through: string | null }> {
    const [span] = await this.database.read<{ through: string | null }>(actor, SPAN_END, [after]);
    const through = span?.through ?? null;
    return { through, entries: await this.database.read(actor, UNSEALED, [after, through ?? after]) };
  }

  /** The last seal of each day before `today` that has any after `position`. */
  async findDayEnds(position: number, today: Day): Promise<(ChainEnd & { day: Day })[]> {
    const rows = await this.database.read<EndRow & { day: Day }>(SYSTEM, DAY_ENDS, [position, today]);
    return rows.map(({ day, ...end }) => ({ day, ...endOf(end) }));
  }

  async findEnd(): Promise<ChainEnd | null> {
    const sql = `select position, encode(hash, 'hex') as hash from audit_seal order by position desc limit 1`;
    const [row] = await this.database.read<EndRow>(SYSTEM, sql);
    return row ? endOf(row) : null;
  }

  async findHashes(positions: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const sql = `select position, encode(hash, 'hex') as hash from audit_seal where position = any($1)`;
    const rows = await this.database.read<EndRow>(SYSTEM, sql, [positions]);
    return new Map(rows.map((row) => [Number(row.position), row.hash]));
  }
}

function endOf({ position, hash }: EndRow): ChainEnd {
  return { position: Number(position), hash };
}
