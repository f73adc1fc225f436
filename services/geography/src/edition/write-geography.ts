import { insertRows } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { findAncestors, findLives } from '../reference/ancestors';
import type { ReferenceGeography } from '../reference/reference-geography';
import { listUnitNames } from '../unit-search/name-rows';

interface StagedTable {
  readonly name: string;
  /** Its columns, as they are inserted. */
  readonly columns: string;
  readonly select: string;
  /** Column definitions of the rows' JSON. */
  readonly json: string;
  readonly rows: readonly object[];
}

/**
 * Makes the tables hold this geography by writing the difference: readers go on meanwhile, and a file that changes ten
 * units writes ten. Tables stand in the order of their references.
 */
export async function writeGeography(tx: EntityManager, geography: ReferenceGeography): Promise<void> {
  const tables = stagedTables(geography);
  const [{ isEmpty }] = await tx.query('select not exists (select from unit) as "isEmpty"');
  if (isEmpty) for (const table of tables) await insertInto(tx, table.name, table);
  else await writeDifference(tx, tables);
  // until statistics are taken, searches are planned as if the tables were nearly empty
  await tx.query('analyze unit, unit_version, unit_name, succession_link');
}

async function writeDifference(tx: EntityManager, tables: readonly StagedTable[]): Promise<void> {
  // a unit whose life ends is written anew while older links go on naming it
  await tx.query('set constraints all deferred');
  for (const table of tables) {
    await tx.query(`create temp table staged_${table.name} on commit drop as select * from ${table.name} with no data`);
    await insertInto(tx, `staged_${table.name}`, table);
  }
  for (const { name } of [...tables].reverse()) {
    await tx.query(`delete from ${name} kept where kept::text not in (select staged::text from staged_${name} staged)`);
  }
  for (const { name } of tables) {
    await tx.query(
      `insert into ${name} select * from staged_${name} staged where staged::text not in (select kept::text from ${name} kept)`,
    );
  }
}

function insertInto(tx: EntityManager, name: string, { columns, select, json, rows }: StagedTable): Promise<void> {
  return insertRows(tx, `${name} (${columns})`, select, { columns: json, rows });
}

function stagedTables(geography: ReferenceGeography): StagedTable[] {
  const { states, units, versions, links, aliases, completeLineage } = geography;
  const lives = findLives(versions);
  const ancestorsOf = findAncestors(versions);
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  return [
    {
      name: 'map_state',
      columns: 'day, exact_until, decision',
      select: 'day, "exactUntil", decision',
      json: 'day date, "exactUntil" date, decision text',
      rows: states,
    },
    {
      name: 'unit',
      columns: 'id, level, code, life',
      select: 'id, level, code, daterange("from", "to")',
      json: 'id text, level text, code text, "from" date, "to" date',
      rows: units.map((unit) => ({ ...unit, ...lives.get(unit.id) })),
    },
    {
      name: 'unit_version',
      columns: `unit_id, level, code, kind, name_vi, name_en, full_name_vi, full_name_en, printed_name, parent_id,
        district_id, province_id, region_vi, valid, life`,
      select: `"unitId", level, code, kind, "nameVi", "nameEn", "fullNameVi", "fullNameEn", "printedName", "parentId",
        "districtId", "provinceId", "regionVi", daterange("validFrom", "validTo"), daterange("from", "to")`,
      json: `"unitId" text, level text, code text, kind text, "nameVi" text, "nameEn" text, "fullNameVi" text,
        "fullNameEn" text, "printedName" text, "parentId" text, "districtId" text, "provinceId" text, "regionVi" text,
        "validFrom" date, "validTo" date, "from" date, "to" date`,
      rows: versions.map((version) => ({
        ...unitById.get(version.unitId),
        ...version,
        ...ancestorsOf(version),
        ...lives.get(version.unitId),
      })),
    },
    {
      name: 'succession_link',
      columns: 'predecessor_id, successor_id, kind, effective_on, decision, is_main',
      select: '"predecessorId", "successorId", kind, "effectiveOn", decision, "isMain"',
      json: '"predecessorId" text, "successorId" text, kind text, "effectiveOn" date, decision text, "isMain" boolean',
      rows: links,
    },
    {
      name: 'unit_alias',
      columns: 'unit_id, code',
      select: '"unitId", code',
      json: '"unitId" text, code text',
      rows: aliases,
    },
    {
      name: 'complete_lineage',
      columns: 'effective_on, source',
      select: '"effectiveOn", source',
      json: '"effectiveOn" date, source text',
      rows: completeLineage ?? [],
    },
    {
      name: 'unit_name',
      columns: 'unit_id, level, code, kind, name, line, folded, within, valid',
      select: '"unitId", level, code, kind, name, line, folded, within, daterange("validFrom", "validTo")',
      json: `"unitId" text, level text, code text, kind text, name text, line text, folded text, within text,
        "validFrom" date, "validTo" date`,
      rows: listUnitNames(geography),
    },
  ];
}
