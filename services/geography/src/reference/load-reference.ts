import { Database, type Day, insertRows, SYSTEM } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { listUnitNames } from '../unit-search/name-rows';
import { findAncestors, findLives } from './ancestors';
import { buildReferenceGeography } from './build-reference-geography';
import { referenceFingerprint } from './reference-fingerprint';
import type { ReferenceGeography, Unit, UnitVersion } from './reference-geography';

export interface LoadedReference {
  readonly firstMapDay: Day;
}

/**
 * Loads the reference data where its packages or our patch rows changed: all in one transaction, or nothing.
 * The next edition of the register begins with it.
 */
export async function loadReference(
  ownerUrl: string,
  onProgress?: (message: string) => void,
): Promise<LoadedReference> {
  // 22,000 rows with two exclusion constraints take longer than a request may
  const database = await Database.connect({
    url: ownerUrl,
    schema: 'geography',
    poolSize: 1,
    statementTimeoutMs: 120_000,
  });
  try {
    const fingerprint = referenceFingerprint();
    await database.write(SYSTEM, async (tx) => {
      await tx.query("select pg_advisory_xact_lock(hashtext('load reference'))");
      const newest: { fingerprint: string }[] = await tx.query(
        'select fingerprint from edition order by edition desc limit 1',
      );
      if (newest[0]?.fingerprint === fingerprint) return;
      onProgress?.('loading the administrative maps');
      await replaceReference(tx, buildReferenceGeography());
      await tx.query('insert into edition (fingerprint) values ($1)', [fingerprint]);
    });
    const first = await database.read<{ day: Day }>(SYSTEM, 'select min(day) as day from map_state');
    return { firstMapDay: first[0]!.day };
  } finally {
    await database.close();
  }
}

async function replaceReference(tx: EntityManager, geography: ReferenceGeography): Promise<void> {
  const { states, units, versions, links } = geography;
  await tx.query('truncate succession_link, unit_name, unit_version, unit, map_state');
  await insertRows(tx, 'map_state (day, exact_until, decision)', 'day, "exactUntil", decision', {
    columns: 'day date, "exactUntil" date, decision text',
    rows: states,
  });
  const lives = findLives(versions);
  await insertRows(tx, 'unit (id, level, code, life)', 'id, level, code, daterange("from", "to")', {
    columns: 'id text, level text, code text, "from" date, "to" date',
    rows: units.map((unit) => ({ ...unit, ...lives.get(unit.id) })),
  });
  await insertVersions(tx, units, versions);
  await insertRows(
    tx,
    'succession_link (predecessor_id, successor_id, kind, effective_on, decision, is_main)',
    '"predecessorId", "successorId", kind, "effectiveOn", decision, "isMain"',
    {
      columns:
        '"predecessorId" text, "successorId" text, kind text, "effectiveOn" date, decision text, "isMain" boolean',
      rows: links,
    },
  );
  await insertNames(tx, geography);
  // until statistics are taken, searches are planned as if the tables were nearly empty
  await tx.query('analyze unit, unit_version, unit_name, succession_link');
}

function insertNames(tx: EntityManager, geography: ReferenceGeography): Promise<void> {
  return insertRows(
    tx,
    'unit_name (unit_id, level, code, kind, name, line, folded, within, valid)',
    '"unitId", level, code, kind, name, line, folded, within, daterange("validFrom", "validTo")',
    {
      columns: `"unitId" text, level text, code text, kind text, name text, line text, folded text, within text,
        "validFrom" date, "validTo" date`,
      rows: listUnitNames(geography),
    },
  );
}

function insertVersions(tx: EntityManager, units: readonly Unit[], versions: readonly UnitVersion[]): Promise<void> {
  const ancestorsOf = findAncestors(versions);
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  return insertRows(
    tx,
    `unit_version (unit_id, level, code, kind, name_vi, name_en, full_name_vi, full_name_en, printed_name, parent_id,
       district_id, province_id, region_vi, valid)`,
    `"unitId", level, code, kind, "nameVi", "nameEn", "fullNameVi", "fullNameEn", "printedName", "parentId",
       "districtId", "provinceId", "regionVi", daterange("validFrom", "validTo")`,
    {
      columns: `"unitId" text, level text, code text, kind text, "nameVi" text, "nameEn" text, "fullNameVi" text,
        "fullNameEn" text, "printedName" text, "parentId" text, "districtId" text, "provinceId" text, "regionVi" text,
        "validFrom" date, "validTo" date`,
      rows: versions.map((version) => ({ ...unitById.get(version.unitId), ...version, ...ancestorsOf(version) })),
    },
  );
}
