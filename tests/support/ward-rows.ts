import { Client } from 'pg';
import type { TestSystem } from './test-system';

/**
 * Rows of one statement past all rights, in the schema of the wards.
 * @param withTriggers false: also past what stamps and keeps rows, for histories of the past
 */
export async function onWards<R extends object>(
  system: TestSystem,
  sql: string,
  values: readonly unknown[] = [],
  withTriggers = true,
): Promise<R[]> {
  const role = withTriggers ? 'origin' : 'replica';
  const client = new Client({
    connectionString: system.database.adminUrl,
    options: `-c search_path=model_ward,public -c session_replication_role=${role}`,
  });
  await client.connect();
  try {
    return (await client.query<R>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A row of `pilot_ward`, as a test says it; the rest is what a registration of 2023 has. */
export interface WardRow {
  readonly wardId: string;
  readonly state?: string;
  readonly registeredOn?: string;
  readonly year?: number;
  readonly recognisedForYear?: number | null;
  readonly decidedOn?: string | null;
  readonly earlier?: readonly { year: number; decidedOn: string; revoked: boolean }[];
  /** Only a demonstration's database keeps instants of the past. */
  readonly recordedFrom?: string | null;
  readonly recordedTo?: string | null;
}

/** Inserts rows past all rights, as one statement; without triggers they may lie in the past of any database. */
export async function recordWards(system: TestSystem, rows: readonly WardRow[], withTriggers = true): Promise<void> {
  await onWards(
    system,
    `insert into pilot_ward (ward_id, state, registered_on, criteria_asked, year, recognised_for_year,
       decision_number, decided_on, earlier_recognitions, recorded_by, recorded_from, recorded_to)
     select "wardId", coalesce(state, 'REGISTERED'), coalesce("registeredOn", '2023-03-01'), 22, coalesce(year, 2023),
       "recognisedForYear", case when "decidedOn" is not null then '1/QĐ' end, "decidedOn", coalesce(earlier, '[]'), 'tester',
       coalesce("recordedFrom", clock_timestamp()), "recordedTo"
     from jsonb_to_recordset($1::jsonb) as r("wardId" text, state text, "registeredOn" date, year int,
       "recognisedForYear" int, "decidedOn" date, earlier jsonb, "recordedFrom" timestamptz, "recordedTo" timestamptz)`,
    [JSON.stringify(rows)],
    withTriggers,
  );
}

/** Ids of wards by the code of their province, on a map. */
export async function wardIdsByProvince(system: TestSystem, day: string): Promise<Map<string, string[]>> {
  const rows = await onWards<{ province: string; ids: string[] }>(
    system,
    `select p.code as province, array_agg(w.unit_id order by w.code) as ids
     from register_unit_version w
     join register_unit_version p on p.unit_id = w.province_id and p.valid @> $1::date
     where w.kind = 'WARD' and w.valid @> $1::date group by p.code order by p.code`,
    [day],
  );
  return new Map(rows.map(({ province, ids }) => [province, ids]));
}
