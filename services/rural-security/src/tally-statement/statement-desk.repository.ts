import { type Day, SEE_TO_COUNT } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { StatementState } from './statement-step';

/** Whose books, as they were asked for. */
export interface BooksQuestion {
  readonly unitCode: string;
  readonly level: string;
  readonly indicatorId: string;
  readonly year: number;
  /** Null: the map that the year counts. */
  readonly map: Day | null;
}

/** The question as it was found; what it is wrong about stands in what is null. */
export interface BooksFacts {
  readonly yearsByIndicator: Readonly<Record<string, readonly number[]>> | null;
  readonly windowFrom: Day | null;
  readonly map: Day | null;
  /** The first day of which a map is loaded. */
  readonly firstMap: Day;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly isInScope: boolean;
  readonly populationId: string | null;
  /** A statement that is not received or returned yet. */
  readonly underWay: { readonly id: string; readonly version: number; readonly state: StatementState } | null;
}

/** One statement. */
export async function findBooks(tx: EntityManager, question: BooksQuestion): Promise<BooksFacts> {
  const { indicatorId, year, unitCode, level, map } = question;
  const [row]: BooksFacts[] = await tx.query(
    `with asked as (select y.*, coalesce($5::date, y.counted_on) as map from assessment_year y
       where y.indicator_id = $1 and y.year = $2),
     unit as (select v.unit_id, v.name from asked a
       join register_unit_version v on v.code = $3 and v.level = $4 and v.valid @> a.map)
     select case when not exists (select from asked) then
         (select json_object_agg(i.id, coalesce((select json_agg(k.year order by k.year) from assessment_year k
            where k.indicator_id = i.id), '[]')) from indicator i) end as "yearsByIndicator",
       (select window_from from asked) as "windowFrom", (select map from asked) as map,
       (select min(day) from register_map_state) as "firstMap", (select unit_id from unit) as "unitId", (select name from unit) as "unitName",
       is_within_scope((select unit_id from unit)) as "isInScope",
       (select p.id from population p where p.indicator_id = $1 and p.is_default) as "populationId",
       (select json_build_object('id', s.id, 'version', s.version, 'state', s.state) from tally_statement s
        join unit u on u.unit_id = s.unit_id where s.indicator_id = $1 and s.year = $2 and s.recorded_to is null
          and s.state in ('DRAFT', 'SIGNED')) as "underWay"`,
    [indicatorId, year, unitCode, level, map],
  );
  return row!;
}

/** A statement in the state that a step finds it in. */
export interface HeldStatement {
  readonly id: string;
  readonly version: number;
  readonly state: StatementState;
  readonly signedBy: string | null;
  readonly isInScope: boolean;
}

export async function findHeldStatement(tx: EntityManager, id: string): Promise<HeldStatement | null> {
  const [row]: HeldStatement[] = await tx.query(
    `select s.id, s.version, s.state, s.signed_by as "signedBy", is_within_scope(s.unit_id) as "isInScope"
     from tally_statement s where s.id::text = $1 and s.recorded_to is null`,
    [id],
  );
  return row ?? null;
}

/** @returns false where somebody else was faster */
export async function closeStatement(tx: EntityManager, id: string, version: number): Promise<boolean> {
  const [, closed]: [unknown, number] = await tx.query(
    'update tally_statement set recorded_to = recording_instant() where id = $1 and version = $2 and recorded_to is null',
    [id, version],
  );
  return closed > 0;
}

export interface Snapshot {
  /** Null: a statement that there was not. */
  readonly id: string | null;
  readonly version: number;
  readonly unitId: string;
  readonly indicatorId: string;
  readonly year: number;
  readonly populationId: string;
  readonly map: Day;
}

/**
 * Counts the rows that are open now, in one statement with what it keeps of them: counts, results and hash cannot differ.
 * @returns the id; null where no unit of the population lies in the unit, or somebody else was faster
 */
export async function insertSnapshot(tx: EntityManager, snapshot: Snapshot): Promise<string | null> {
  const { id, version, unitId, indicatorId, year, populationId, map } = snapshot;
  await tx.query(SEE_TO_COUNT);
  const [row]: { id: string }[] = await tx.query(
    `insert into tally_statement (id, version, unit_id, indicator_id, year, population_id, map, state, total, met,
       not_met, unknown, self_assessed_met, results, content_hash, known_at, drafted_by, drafted_at)
     select coalesce($1::uuid, gen_random_uuid()), $2, $3, $4, $5, $6, $7::date, 'DRAFT', count(*),
       count(*) filter (where a.verdict = 'MET'), count(*) filter (where a.verdict = 'NOT_MET'),
       count(*) filter (where coalesce(a.verdict, 'UNKNOWN') = 'UNKNOWN'),
       count(*) filter (where a.verdict = 'UNKNOWN' and a.self_verdict = 'MET'),
       coalesce(jsonb_object_agg(c.unit_id, a.verdict) filter (where a.verdict <> 'UNKNOWN'), '{}'),
       encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', c.unit_id, a.id, a.verdict), e'\\n'
         order by c.unit_id collate "C"), ''), 'UTF8')), 'hex'),
       recording_instant(), current_setting('app.actor'), recording_instant()
     from counted_units($3::text, $4::text, $5::integer, $7::date) c
     left join assessment a on a.unit_id = c.unit_id and a.indicator_id = $4 and a.year = $5 and a.recorded_to is null
     having count(*) > 0
     on conflict do nothing returning id`,
    [id, version, unitId, indicatorId, year, populationId, map],
  );
  return row?.id ?? null;
}

/** What a step changes of a statement; everything else stays as it was counted. */
export interface StatementStepColumns {
  readonly state: StatementState;
  /** Whose name and instant are written: `signed_by` and `signed_at`. */
  readonly who: 'signed' | 'received' | 'returned';
  readonly document_id?: string;
  readonly signer?: string;
  readonly reason?: string;
}

/** Adds the next version of a statement that was closed in this transaction. */
export async function insertStep(
  tx: EntityManager,
  { id, version }: HeldStatement,
  { who, ...columns }: StatementStepColumns,
): Promise<void> {
  await tx.query(
    `insert into tally_statement
     select (jsonb_populate_record(null::tally_statement, to_jsonb(s) || $3::jsonb || jsonb_build_object(
       'recorded_by', current_setting('app.actor'), 'recorded_from', recording_instant(), 'recorded_to', null,
       $4 || '_by', current_setting('app.actor'), $4 || '_at', recording_instant()))).*
     from tally_statement s where s.id = $1 and s.version = $2`,
    [id, version, JSON.stringify({ ...columns, version: version + 1 }), who],
  );
}
