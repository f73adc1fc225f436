import type { SuccessionLink } from '../reference/reference-geography';
import type { LinkEnd, UnitChange } from './conversion-report';
import { groupBy } from './group-by';

/** What becomes of the links of each predecessor, by its id; units of which nothing changes are left out. */
export function findChanges(before: readonly SuccessionLink[], after: readonly SuccessionLink[]): UnitChange[] {
  const old = groupBy(before, ({ predecessorId }) => predecessorId);
  const current = groupBy(after, ({ predecessorId }) => predecessorId);
  const ids = [...new Set([...old.keys(), ...current.keys()])].sort();
  return ids
    .map((id) => compareLinks(id, old.get(id) ?? [], current.get(id) ?? []))
    .filter(({ added, removed, kindChanged, mainMoved }) => {
      return added.length + removed.length + kindChanged.length > 0 || mainMoved !== null;
    });
}

function compareLinks(
  predecessorId: string,
  before: readonly SuccessionLink[],
  after: readonly SuccessionLink[],
): UnitChange {
  const kinds = new Map(before.map(({ successorId, kind }) => [successorId, kind]));
  const kept = new Set(after.map(({ successorId }) => successorId));
  const from = mainOf(before);
  const to = mainOf(after);
  return {
    predecessorId,
    added: toEnds(after.filter(({ successorId }) => !kinds.has(successorId))),
    removed: toEnds(before.filter(({ successorId }) => !kept.has(successorId))),
    kindChanged: after
      .filter(({ successorId, kind }) => kinds.has(successorId) && kinds.get(successorId) !== kind)
      .map(({ successorId, kind }) => ({ successorId, from: kinds.get(successorId) ?? null, to: kind }))
      .sort(compareEnds),
    mainMoved: from === to ? null : { from, to },
  };
}

function toEnds(links: readonly SuccessionLink[]): LinkEnd[] {
  return links.map(({ successorId, kind }) => ({ successorId, kind })).sort(compareEnds);
}

function compareEnds(a: { successorId: string }, b: { successorId: string }): number {
  return a.successorId < b.successorId ? -1 : 1;
}

function mainOf(links: readonly SuccessionLink[]): string | null {
  return links.find(({ isMain }) => isMain)?.successorId ?? null;
}
