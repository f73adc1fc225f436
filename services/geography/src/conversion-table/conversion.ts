import { decodeTable, TableEncodingError } from '@tieuchi/subgraph-kit';
import { MAP_DAYS } from '../reference/map-days';
import type { CompleteLineage, ReferenceGeography, SuccessionLink } from '../reference/reference-geography';
import type { ConversionReport } from './conversion-report';
import type { ConversionTable, RowFault } from './conversion-row';
import { groupBy } from './group-by';
import { findGaps, OFFICIAL_LINK_COUNT } from './lineage-coverage';
import { findChanges } from './link-changes';
import { countLinks, countRows } from './link-counts';
import { decideKinds, type KindedLink } from './link-kind';
import { chooseMain, findMainDoubts } from './main-link';
import { PlacedUnits } from './placed-units';
import { RowFindings } from './row-findings';
import { type Maps, matchRow } from './row-matching';
import { parseConversionTable } from './table-parser';

export interface Conversion {
  /** The same object where nothing changes or the table is refused. */
  readonly geography: ReferenceGeography;
  readonly report: ConversionReport;
}

/** With it, every link across 1 July 2025 between communes is known. */
const COMPLETE_LINEAGE: CompleteLineage = {
  effectiveOn: MAP_DAYS.merger,
  level: 'COMMUNE',
  source: "statistics office's conversion table of 1 July 2025",
};

/** Decodes, parses and applies a file; a file that cannot be read gives a report with that fault, not an error. */
export function importConversionTable(geography: ReferenceGeography, bytes: Uint8Array): Conversion {
  try {
    return applyConversionTable(geography, parseConversionTable(decodeTable(bytes)));
  } catch (error) {
    if (!(error instanceof TableEncodingError)) throw error;
    return applyConversionTable(geography, { rows: [], faults: [error.fault] });
  }
}

/**
 * The geography with the table's links in place of those that were known across 1 July 2025 below the province. All or
 * nothing: one refused row refuses the table. Pure; applied to its own result it changes nothing; the order of the rows
 * does not matter.
 *
 * @param expectedLinks fewer are taken as a truncated table.
 */
export function applyConversionTable(
  geography: ReferenceGeography,
  table: ConversionTable,
  expectedLinks = OFFICIAL_LINK_COUNT,
): Conversion {
  const maps: Maps = {
    before: new PlacedUnits(geography, MAP_DAYS.closing),
    after: new PlacedUnits(geography, MAP_DAYS.merger),
  };
  const findings = new RowFindings();
  const links = linkRows(table, maps, expectedLinks, findings);
  const faults = sortFaults([...table.faults, ...findings.faults]);
  const { corrections, spellings, aliases } = findings;
  const remarks = { accepted: faults.length === 0, faults, corrections, spellings, aliases };
  if (!remarks.accepted) {
    return { geography, report: { ...remarks, mainDoubts: [], changes: [], counts: countRows(table) } };
  }
  const replaced = geography.links.filter(isReplaced(maps));
  const next = toSuccessionLinks(links, replaced);
  const changes = findChanges(replaced, next);
  return {
    geography: replaceLinks(geography, new Set(replaced), next, changes.length),
    report: { ...remarks, mainDoubts: findMainDoubts(links, next), changes, counts: countLinks(links) },
  };
}

/** Whether the rows fit together is asked only where each of them is sound; notes only where none is missing. */
function linkRows(table: ConversionTable, maps: Maps, expectedLinks: number, findings: RowFindings): KindedLink[] {
  const inOrder = [...table.rows].sort((a, b) => a.line - b.line);
  const rows = inOrder.map((row) => matchRow(row, maps, findings)).filter((row) => row !== null);
  if (table.faults.length + findings.faults.length > 0) return [];
  const gaps = findGaps(rows, maps, expectedLinks);
  findings.faults.push(...gaps);
  return gaps.length > 0 ? [] : decideKinds(rows, findings);
}

function sortFaults(faults: readonly RowFault[]): RowFault[] {
  return [...faults].sort((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER));
}

/** Links of that day into communes; those of provinces are law, those of other days another reorganisation's. */
function isReplaced({ after }: Maps): (link: SuccessionLink) => boolean {
  const communes = new Set(after.allOf('COMMUNE').map(({ id }) => id));
  return ({ effectiveOn, successorId }) => effectiveOn === MAP_DAYS.merger && communes.has(successorId);
}

function toSuccessionLinks(links: readonly KindedLink[], before: readonly SuccessionLink[]): SuccessionLink[] {
  const known = groupBy(before, ({ predecessorId }) => predecessorId);
  return [...groupBy(links, ({ predecessor }) => predecessor.id)].flatMap(([predecessorId, own]) => {
    const previous = known.get(predecessorId) ?? [];
    const mainId = chooseMain(own, previous.find(({ isMain }) => isMain)?.successorId ?? null);
    return own.map(({ successor: { id }, kind }) => ({
      predecessorId,
      successorId: id,
      kind,
      effectiveOn: MAP_DAYS.merger,
      decision: previous.find(({ successorId }) => successorId === id)?.decision ?? null,
      isMain: id === mainId,
    }));
  });
}

function replaceLinks(
  geography: ReferenceGeography,
  replaced: ReadonlySet<SuccessionLink>,
  next: readonly SuccessionLink[],
  changeCount: number,
): ReferenceGeography {
  const { completeLineage = [] } = geography;
  const isKnown = completeLineage.some((one) => one.effectiveOn === MAP_DAYS.merger && one.level === 'COMMUNE');
  if (isKnown && changeCount === 0) return geography;
  const links = [...geography.links.filter((link) => !replaced.has(link)), ...next].sort(compareLinks);
  return { ...geography, links, completeLineage: isKnown ? completeLineage : [...completeLineage, COMPLETE_LINEAGE] };
}

function compareLinks(a: SuccessionLink, b: SuccessionLink): number {
  return (
    compareText(a.predecessorId, b.predecessorId) ||
    compareText(a.successorId, b.successorId) ||
    compareText(a.effectiveOn, b.effectiveOn)
  );
}

/** By code unit, not by locale: the order must not depend on the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
