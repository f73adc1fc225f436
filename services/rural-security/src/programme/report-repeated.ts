import { type Path, type Report } from '@tieuchi/subgraph-kit';

/** Tells of each element whose key stood before. */
export function reportRepeated<K extends string>(
  elements: readonly Readonly<Record<K, string | number>>[],
  key: K,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string | number>();
  for (const [index, element] of elements.entries()) {
    if (seen.has(element[key])) report([...path, index, key], `"${element[key]}" stands twice`);
    seen.add(element[key]);
  }
}
