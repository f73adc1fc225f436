import type { SuccessorRow } from './package-rows';
import type { AliasRow, SuccessorPatch } from './reference-facts';
import { refuseDifferences } from './reference-mismatch';

/**
 * The main successor of each commune by code: the rows of the package, patched, with aliases replaced by codes.
 *
 * @throws ReferenceMismatchError naming each patch that does not fit and each commune with two successors.
 */
export function findMainSuccessors(
  rows: readonly SuccessorRow[],
  patches: readonly SuccessorPatch[],
  aliases: readonly AliasRow[],
): Map<string, string> {
  const differences: string[] = [];
  const successors = new Map<string, string>();
  for (const { predecessorCode, successorCode } of rows) {
    const known = successors.get(predecessorCode);
    if (known !== undefined && known !== successorCode) {
      differences.push(`commune ${predecessorCode}: two main successors, ${known} and ${successorCode}`);
    }
    successors.set(predecessorCode, successorCode);
  }
  for (const { predecessor_code, from, to } of patches) {
    const found = successors.get(predecessor_code) ?? '';
    if (found !== from) {
      differences.push(`successor patch ${predecessor_code}: expected "${from}", found "${found}"`);
    }
    successors.set(predecessor_code, to);
  }
  refuseDifferences('main successors', differences);
  const codes = new Map(aliases.map(({ alias, code }) => [alias, code]));
  return new Map([...successors].map(([old, successor]) => [old, codes.get(successor) ?? successor]));
}
