import type { PackageRow } from './package-rows';
import { normaliseName } from './unit-name';

/** One change to the rows of a package. `from` and `to` are full names; ADD has no `from`, DELETE no `to`. */
export interface PackagePatch {
  package: string;
  state: string;
  level: string;
  op: string;
  code: string;
  from: string;
  to: string;
  parent: string;
}

/**
 * Applies the patches in order. A patch applies only to the row that it describes: the same code, name (normalised)
 * and parent.
 *
 * @returns the patched rows, and one line for each patch that did not apply.
 */
export function applyPatches(
  rows: readonly PackageRow[],
  patches: readonly PackagePatch[],
): { rows: PackageRow[]; differences: string[] } {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const differences: string[] = [];
  for (const patch of patches) {
    const fault = findFault(byCode.get(patch.code), patch);
    if (fault) {
      differences.push(`${patch.package} → ${patch.state}, ${patch.op} ${patch.level} ${patch.code}: ${fault}`);
    } else if (patch.op === 'DELETE') {
      byCode.delete(patch.code);
    } else {
      byCode.set(patch.code, { code: patch.code, printedName: patch.to, parentCode: patch.parent });
    }
  }
  return { rows: [...byCode.values()], differences };
}

function findFault(row: PackageRow | undefined, patch: PackagePatch): string | null {
  const found = row ? `"${normaliseName(row.printedName)}" under ${row.parentCode}` : 'no such row';
  switch (patch.op) {
    case 'ADD':
      return row ? `expected no such row, found ${found}` : null;
    case 'DELETE':
    case 'RENAME': {
      const expected = `"${normaliseName(patch.from)}" under ${patch.parent}`;
      return found === expected ? null : `expected ${expected}, found ${found}`;
    }
    default:
      return `expected ADD, DELETE or RENAME, found "${patch.op}"`;
  }
}
