import { type BulkRows, insertRows } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** The columns of a row that a file says, as the table names them. */
export interface HeldColumns {
  readonly external_id: string;
  readonly source: string;
  readonly [column: string]: unknown;
}

export interface HeldReport {
  readonly id: string;
  readonly columns: HeldColumns;
}

const COLUMNS = `external_id text, source text, unit_id text, place text, as_of date, year integer, indicator_id text,
  criteria_version text, kind text, met integer, total integer, total_is_quota boolean, printed_percent text,
  printed_qualifier text, target_percent text, printed_attainment_percent text, population text,
  population_kinds text[], parts integer[], note text, origin text`;
const NAMES = COLUMNS.split(/,\s*/).map((column) => column.split(' ')[0]);

/** Imports of reports take turns. */
export async function lockReports(tx: EntityManager): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('rural-security reported tallies'))");
}

/** The open rows that have the keys of these; days are text. */
export async function findHeldReports(tx: EntityManager, rows: readonly HeldColumns[]): Promise<HeldReport[]> {
  return tx.query(
    `select t.id, to_jsonb(t) - '{id,recorded_by,recorded_from,recorded_to}'::text[] as columns
     from reported_tally t
     join jsonb_to_recordset($1::jsonb) as r(external_id text, source text)
       on r.external_id = t.external_id and r.source = t.source
     where t.recorded_to is null`,
    [JSON.stringify(rows.map(({ external_id, source }) => ({ external_id, source })))],
  );
}

export async function closeReports(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    'update reported_tally set recorded_to = recording_instant() where id = any($1) and recorded_to is null',
    [ids],
  );
}

/** A row with an id is the next version of what has that id. */
export async function insertReports(
  tx: EntityManager,
  rows: readonly (HeldColumns & { readonly id: string | null })[],
): Promise<void> {
  const bulk: BulkRows = { columns: `id uuid, ${COLUMNS}`, rows };
  const selected = `coalesce(r.id, gen_random_uuid()), ${NAMES.map((name) => `r.${name}`).join(', ')}`;
  await insertRows(tx, `reported_tally (id, ${NAMES.join(', ')})`, selected, bulk);
}

export interface DefinedIndicator {
  readonly id: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly nounVi: string;
  readonly nounEn: string;
}

/** Defines those that neither a programme nor an earlier report does; the ids of the new ones. */
export async function defineIndicators(tx: EntityManager, indicators: readonly DefinedIndicator[]): Promise<string[]> {
  const defined: { id: string }[] = await tx.query(
    `insert into reported_indicator (id, title_vi, title_en, noun_vi, noun_en)
     select r.id, r."titleVi", r."titleEn", r."nounVi", r."nounEn"
     from jsonb_to_recordset($1::jsonb) as r(id text, "titleVi" text, "titleEn" text, "nounVi" text, "nounEn" text)
     where not exists (select from indicator i where i.id = r.id)
     on conflict do nothing returning id`,
    [JSON.stringify(indicators)],
  );
  return defined.map(({ id }) => id).sort();
}
