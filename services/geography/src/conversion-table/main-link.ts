import type { SuccessionKind, SuccessionLink } from '../reference/reference-geography';
import type { MainDoubt } from './conversion-report';
import type { KindedLink } from './link-kind';

/** The more of a unit went along, the earlier. */
const KINDS_BY_SHARE: readonly SuccessionKind[] = [
  'UNCHANGED',
  'RENAMED_OR_RETYPED',
  'WHOLE',
  'PARTIAL_AREA_ALL_POPULATION',
  'PARTIAL',
  'PARTIAL_POPULATION',
  'PARTIAL_AREA_ONLY',
];

/**
 * Which successor of a unit is the main one. The table does not say, so the one known before stays where the table has
 * it, even against the notes (`findMainDoubts`). Otherwise: by kind, then the same code, then id.
 *
 * @param links all links of one unit.
 * @returns null for a district of which only land outside its communes went on: its main part went by its communes.
 */
export function chooseMain(links: readonly KindedLink[], knownBefore: string | null): string | null {
  const candidates = links.filter(({ predecessor, kind }) => predecessor.level !== 'DISTRICT' || kind === 'WHOLE');
  const known = candidates.find(({ successor }) => successor.id === knownBefore);
  return (known ?? [...candidates].sort(compareLinks)[0])?.successor.id ?? null;
}

/** Units of which, by the notes, nobody went to the main successor and all people to another: a person should look. */
export function findMainDoubts(links: readonly KindedLink[], lineage: readonly SuccessionLink[]): MainDoubt[] {
  const mains = new Map(lineage.filter(({ isMain }) => isMain).map((link) => [link.predecessorId, link.successorId]));
  const ofEverybody = links.filter(({ kind }) => kind === 'PARTIAL_AREA_ALL_POPULATION');
  return ofEverybody.flatMap(({ predecessor, successor }) => {
    const mainId = mains.get(predecessor.id);
    if (mainId === undefined || mainId === successor.id) return [];
    return [{ predecessorId: predecessor.id, mainId, populationWentTo: successor.id }];
  });
}

function compareLinks(a: KindedLink, b: KindedLink): number {
  return (
    KINDS_BY_SHARE.indexOf(a.kind) - KINDS_BY_SHARE.indexOf(b.kind) ||
    Number(keepsCode(b)) - Number(keepsCode(a)) ||
    (a.successor.id < b.successor.id ? -1 : 1)
  );
}

function keepsCode({ predecessor, successor }: KindedLink): boolean {
  return predecessor.code === successor.code;
}
