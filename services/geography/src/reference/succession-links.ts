import { isUnmerged } from './continuity';
import { findMainSuccessors } from './main-successor';
import { MAP_DAYS } from './map-days';
import type { ReferenceSources } from './map-snapshot';
import { unitKey } from './mapped-unit';
import type { ReferenceFacts } from './reference-facts';
import type { Level, SuccessionKind, SuccessionLink } from './reference-geography';
import { refuseDifferences } from './reference-mismatch';
import type { UnitHistory } from './unit-history';

/** A link by codes: the predecessor of 30 June 2025, the successor of 1 July 2025. */
interface CodeLink {
  from: { level: Level; code: string };
  to: { level: Level; code: string };
  kind: SuccessionKind | null;
  decision: string | null;
}

/**
 * The links across 1 July 2025: whole provinces, the five island districts that became special zones, and the main
 * successor of each commune. Of splits only the conversion table knows.
 *
 * @throws ReferenceMismatchError naming each link to or from a unit that is not on the map of its day, and each commune
 *   of 30 June 2025 without a main successor.
 */
export function linkUnits({ facts, packages }: ReferenceSources, { idsByDay }: UnitHistory): SuccessionLink[] {
  const before = idsByDay.get(MAP_DAYS.closing) ?? new Map<string, string>();
  const after = idsByDay.get(MAP_DAYS.merger) ?? new Map<string, string>();
  const successors = findMainSuccessors(packages.mainSuccessors, facts.successorPatches, facts.aliases);
  const codeLinks = [...provinceLinks(facts), ...specialZoneLinks(facts), ...communeLinks(successors)];

  const differences = compareProvinceTables(facts);
  for (const key of before.keys()) {
    const [level, code = ''] = key.split(' ');
    if (level === 'COMMUNE' && !successors.has(code)) differences.push(`commune ${code} has no main successor`);
  }
  const links = codeLinks.map(({ from, to, kind, decision }) => {
    const predecessorId = before.get(unitKey(from.level, from.code));
    const successorId = after.get(unitKey(to.level, to.code));
    if (predecessorId === undefined || successorId === undefined) {
      const missing =
        predecessorId === undefined ? `${from.code} on ${MAP_DAYS.closing}` : `${to.code} on ${MAP_DAYS.merger}`;
      differences.push(`${from.level} ${from.code} → ${to.level} ${to.code}: no unit ${missing}`);
    }
    const ids = { predecessorId: predecessorId ?? '', successorId: successorId ?? '' };
    return { ...ids, kind, effectiveOn: MAP_DAYS.merger, decision, isMain: true };
  });
  refuseDifferences('succession', differences);
  return links.sort((a, b) => (a.predecessorId < b.predecessorId ? -1 : 1));
}

function provinceLinks({ newProvinces }: ReferenceFacts): CodeLink[] {
  const merged = newProvinces.filter((row) => !isUnmerged(row));
  return merged.flatMap((row) =>
    row.predecessor_codes.split(' ').map((code): CodeLink => {
      const to = { level: 'PROVINCE', code: row.gso_code } as const;
      return { from: { level: 'PROVINCE', code }, to, kind: 'WHOLE', decision: '202/2025/QH15' };
    }),
  );
}

function specialZoneLinks({ specialZones }: ReferenceFacts): CodeLink[] {
  return specialZones.map(({ district_code, special_zone_code }) => ({
    from: { level: 'DISTRICT', code: district_code },
    to: { level: 'COMMUNE', code: special_zone_code },
    kind: 'WHOLE',
    decision: null,
  }));
}

function communeLinks(successors: ReadonlyMap<string, string>): CodeLink[] {
  return [...successors].map(([from, to]) => ({
    from: { level: 'COMMUNE', code: from },
    to: { level: 'COMMUNE', code: to },
    kind: null,
    decision: null,
  }));
}

/** The two tables say the same lineage twice, once from each side. */
function compareProvinceTables({ oldProvinces, newProvinces }: ReferenceFacts): string[] {
  const successorByCode = new Map(
    newProvinces.flatMap((row) => row.predecessor_codes.split(' ').map((code) => [code, row.gso_code] as const)),
  );
  return oldProvinces
    .filter((row) => successorByCode.get(row.gso_code) !== row.successor_code)
    .map(({ gso_code, successor_code }) => {
      const other = successorByCode.get(gso_code) ?? 'none';
      return `province ${gso_code}: successor ${successor_code} among the 63, ${other} among the 34`;
    });
}
