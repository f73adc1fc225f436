import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import { insertRows } from '../database/insert-rows';
import { SYSTEM } from '../identity/actor';
import type { Readiness } from '../subgraph';
import type { RegisterSnapshot } from './register-snapshot';
import type { RegisterSource } from './register-source';

/** @returns the edition that this service holds; null before the first swap */
export async function heldEdition(database: Database): Promise<number | null> {
  const rows = await database.read<{ edition: number }>(SYSTEM, 'select edition from register_edition');
  return rows[0]?.edition ?? null;
}

/**
 * Catches up with geography's newest edition in one transaction: killed in the middle, the old one stays whole.
 * @param afterSwap what rests on the register, such as totals; in the same transaction
 * @param signal aborted when geography is not waited for any more
 * @returns the edition held afterwards
 */
export async function syncRegister(
  database: Database,
  source: RegisterSource,
  afterSwap: (tx: EntityManager) => Promise<void>,
  signal?: AbortSignal,
): Promise<number> {
  const newest = await source.currentEdition(signal);
  const held = await heldEdition(database);
  if (held === newest) return newest;
  const snapshot = await source.fetchSnapshot(newest, signal);
  return database.write(SYSTEM, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('register swap'))");
    const [now]: { edition: number }[] = await tx.query('select edition from register_edition');
    // another start was faster: its edition stands unless ours is newer
    if (now && now.edition !== held && now.edition >= snapshot.edition) return now.edition;
    await swapRegister(tx, snapshot);
    await afterSwap(tx);
    return snapshot.edition;
  });
}

async function swapRegister(
  tx: EntityManager,
  { edition, states, versions, links, completeLineage }: RegisterSnapshot,
) {
  await tx.query('delete from register_link');
  await tx.query('delete from register_reorganisation');
  await tx.query('delete from register_unit_version');
  await tx.query('delete from register_map_state');
  await insertRows(tx, 'register_map_state (day, exact_until)', 'day, "exactUntil"', {
    columns: 'day date, "exactUntil" date',
    rows: states,
  });
  await insertRows(
    tx,
    'register_unit_version (unit_id, level, code, kind, name, district_id, province_id, valid)',
    '"unitId", level, code, kind, name, "districtId", "provinceId", daterange("validFrom", "validTo")',
    {
      columns: `"unitId" text, level text, code text, kind text, name text, "districtId" text, "provinceId" text,
        "validFrom" date, "validTo" date`,
      rows: versions,
    },
  );
  await insertRows(
    tx,
    'register_link (predecessor_id, successor_id, kind, effective_on, is_main)',
    '"predecessorId", "successorId", kind, "effectiveOn", "isMain"',
    {
      columns: '"predecessorId" text, "successorId" text, kind text, "effectiveOn" date, "isMain" boolean',
      rows: links,
    },
  );
  await tx.query(
    `insert into register_reorganisation
     select distinct effective_on, effective_on = any($1::date[]) from register_link`,
    [completeLineage],
  );
  await tx.query('select derive_lineage()');
  await tx.query(
    `insert into register_edition (edition) values ($1)
     on conflict (only_row) do update set edition = excluded.edition, swapped_at = clock_timestamp()`,
    [edition],
  );
}

/** A service that counts by the register is ready once it holds one. */
export async function registerReadiness(database: Database): Promise<Readiness> {
  try {
    const edition = await heldEdition(database);
    if (edition === null) return { ready: false, waitingFor: 'register', versions: {} };
    return { ready: true, waitingFor: null, versions: { register: String(edition) } };
  } catch {
    return { ready: false, waitingFor: 'database', versions: {} };
  }
}
