import type { Level, RegisterSnapshot, UnitKind } from '@tieuchi/subgraph-kit';
import type { RegisterHistory } from '../services/lineage-oracle';

/** A random register as geography would publish it; codes are the ids. */
export function snapshotOf(
  { versions, links, reorganisations, days }: RegisterHistory,
  edition: number,
): RegisterSnapshot {
  return {
    edition,
    states: [{ day: days[0] as string, exactUntil: null }],
    versions: versions.map((version) => ({
      ...version,
      code: version.unitId,
      level: version.level as Level,
      kind: version.kind as UnitKind,
    })),
    links: links.map((link) => ({ ...link, kind: null })),
    completeLineage: reorganisations.filter(({ linksComplete }) => linksComplete).map(({ effectiveOn }) => effectiveOn),
  };
}

/** The register before anybody knew of its reorganisations. */
export function firstMapOf({ versions, days }: RegisterHistory): RegisterHistory {
  const first = versions.filter(({ validFrom }) => validFrom === null);
  return { versions: first.map((version) => ({ ...version, validTo: null })), links: [], reorganisations: [], days };
}
