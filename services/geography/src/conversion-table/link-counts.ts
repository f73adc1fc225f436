import type { ConversionCounts } from './conversion-report';
import type { ConversionTable } from './conversion-row';
import { groupBy } from './group-by';
import type { KindedLink } from './link-kind';

/** Of a table that is applied. */
export function countLinks(links: readonly KindedLink[]): ConversionCounts {
  const ofCommunes = links.filter(({ predecessor }) => predecessor.level === 'COMMUNE');
  const byPredecessor = [...groupBy(ofCommunes, ({ predecessor }) => predecessor.id).values()];
  const splits = byPredecessor.filter((own) => own.length > 1);
  return {
    rows: links.length,
    links: links.length,
    oldCommunes: byPredecessor.length,
    newCommunes: new Set(links.map(({ successor }) => successor.id)).size,
    districtLinks: links.length - ofCommunes.length,
    splitCommunes: splits.length,
    splitInto: countBy(splits, (own) => own.length),
    byKind: countBy(links, ({ kind }) => kind),
  };
}

/** Of a refused table: the rows that could be read, and no links. */
export function countRows({ rows }: ConversionTable): ConversionCounts {
  return { ...countLinks([]), rows: rows.length };
}

function countBy<Item, Key extends string | number>(items: readonly Item[], keyOf: (item: Item) => Key) {
  const counts: Partial<Record<Key, number>> = {};
  for (const [key, { length }] of [...groupBy(items, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1))) counts[key] = length;
  return counts as Record<Key, number>;
}
