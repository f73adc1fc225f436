import type { SuccessionKind } from '../reference/reference-geography';
import { groupBy } from './group-by';
import type { PlacedUnit } from './placed-units';
import type { RowFindings } from './row-findings';
import type { MatchedRow } from './row-matching';
import { bareNameKey } from './unit-name-match';

const WHOLE_KINDS: ReadonlySet<SuccessionKind> = new Set(['UNCHANGED', 'RENAMED_OR_RETYPED', 'WHOLE']);

/** Links of the same predecessor and of the same successor, by id. */
interface Neighbours {
  readonly siblings: readonly MatchedRow[];
  readonly mates: readonly MatchedRow[];
}

export interface KindedLink {
  readonly predecessor: PlacedUnit;
  readonly successor: PlacedUnit;
  readonly kind: SuccessionKind;
}

/**
 * The kind of each link. A commune that went undivided into a unit made of it alone is UNCHANGED where name and kind are
 * the same, else RENAMED_OR_RETYPED; the note decides the others. A note that the other rows contradict is refused.
 */
export function decideKinds(rows: readonly MatchedRow[], findings: RowFindings): KindedLink[] {
  const byPredecessor = groupBy(rows, ({ predecessor }) => predecessor.id);
  const bySuccessor = groupBy(rows, ({ successor }) => successor.id);
  return rows.map((matched) => {
    const { predecessor, successor } = matched;
    const siblings = byPredecessor.get(predecessor.id) ?? [];
    const mates = bySuccessor.get(successor.id) ?? [];
    return { predecessor, successor, kind: decideKind(matched, { siblings, mates }, findings) };
  });
}

function decideKind(matched: MatchedRow, { siblings, mates }: Neighbours, findings: RowFindings): SuccessionKind {
  const { row, predecessor } = matched;
  // a district is of another level than its successor, and its other links are those of its communes
  if (predecessor.level === 'DISTRICT') return row.kind;
  const contradiction = findContradiction(matched, { siblings, mates });
  if (contradiction !== null) {
    const remedy = 'correct the note, or add the missing row';
    findings.refuse('CONTRADICTION', row.line, 'Ghi chú', contradiction, remedy);
  }
  const isAlone = siblings.length === 1 && mates.length === 1;
  if (!isAlone) return row.kind;
  return isSameNameAndKind(matched) ? 'UNCHANGED' : 'RENAMED_OR_RETYPED';
}

function findContradiction({ row, predecessor }: MatchedRow, { siblings, mates }: Neighbours): string | null {
  const who = `${predecessor.fullName} (${predecessor.code})`;
  const saysWhole = WHOLE_KINDS.has(row.kind);
  if (saysWhole && siblings.length > 1) {
    return `the note says that all of ${who} went here, but so did parts of it in line(s) ${linesOf(siblings, row.line)}`;
  }
  if (!saysWhole && siblings.length === 1) {
    return `the note says that a part of ${who} went here, but no row says where the rest went`;
  }
  if (saysWhole && row.kind !== 'WHOLE' && mates.length > 1) {
    return `the note says that ${who} went on alone, but others joined it in line(s) ${linesOf(mates, row.line)}`;
  }
  const sharers = siblings.filter((one) => one.row !== row && one.row.kind !== 'PARTIAL_AREA_ONLY');
  if (row.kind === 'PARTIAL_AREA_ALL_POPULATION' && sharers.length > 0) {
    return `the note says that all people of ${who} went here, but some did in line(s) ${linesOf(sharers, row.line)}`;
  }
  return null;
}

function linesOf(rows: readonly MatchedRow[], except: number): string {
  const lines = rows.map(({ row }) => row.line).filter((line) => line !== except);
  return lines.sort((a, b) => a - b).join(', ');
}

/** Names as the table prints both, because two sources spell one name in two ways; kinds as the maps have them. */
function isSameNameAndKind({ row, predecessor, successor }: MatchedRow): boolean {
  return predecessor.kind === successor.kind && bareNameKey(row.oldName ?? '') === bareNameKey(row.newName);
}
