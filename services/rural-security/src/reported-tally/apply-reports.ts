import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import {
  closeReports,
  defineIndicators,
  findHeldReports,
  type HeldColumns,
  type HeldReport,
  insertReports,
  lockReports,
} from './held-reports.repository';
import { placeEntries } from './place-entries';
import type { ReportFault } from './report-columns';
import type { ReportedEntry } from './reported-entry';
import { reportedIndicatorTexts } from './reported-indicators';

export interface ReportImport {
  readonly status: 'REFUSED' | 'PREVIEWED' | 'APPLIED' | 'UNCHANGED';
  /** Of the job; null for a dry run, which leaves none. */
  readonly jobId: string | null;
  readonly report: {
    readonly faults: readonly ReportFault[];
    readonly counts: { readonly rows: number; readonly added: number; readonly changed: number };
    /** Ids of indicators that are counted only from now on. */
    readonly definedIndicators: readonly string[];
    readonly tallies: readonly ReportChange[];
  };
}

/** What a row of the file does: it adds what was not there, or corrects what was. */
export interface ReportChange {
  readonly line: number;
  readonly reference: string;
  readonly place: string;
  readonly indicatorId: string;
  /** By the column of the table; empty for a row that is added. */
  readonly corrected: readonly { readonly column: string; readonly before: unknown; readonly after: unknown }[];
}

interface Prepared {
  readonly entry: ReportedEntry;
  readonly columns: HeldColumns;
  readonly held: HeldReport | null;
}

/** Ends the transaction without a trace, with what is to be answered. */
export class GivenUp extends Error {
  constructor(readonly outcome: ReportImport) {
    super(outcome.status);
  }
}

/**
 * Takes the rows of a file that could be read, in the transaction of its job.
 * @param jobId null: a dry run
 * @throws GivenUp with the faults of rows whose place is not known
 */
export async function applyReports(
  tx: EntityManager,
  entries: readonly ReportedEntry[],
  jobId: string | null,
): Promise<ReportImport> {
  await lockReports(tx);
  const { unitIds, faults } = await placeEntries(tx, entries);
  if (faults.length > 0) throw new GivenUp(refused(faults, jobId));
  const rows = entries.map((entry) => ({ entry, columns: toColumns(entry, unitIds.get(entry) as string) }));
  const held = new Map(
    (
      await findHeldReports(
        tx,
        rows.map(({ columns }) => columns),
      )
    ).map((one) => [keyOf(one.columns), one]),
  );
  const prepared = rows.map((row) => ({ ...row, held: held.get(keyOf(row.columns)) ?? null }));
  const changed = prepared.filter((row) => row.held === null || correctionsOf(row).length > 0);
  const definedIndicators = await defineIndicators(tx, indicatorsOf(changed));
  await closeReports(
    tx,
    changed.flatMap((row) => row.held?.id ?? []),
  );
  await insertReports(
    tx,
    changed.map(({ columns, held: before }) => ({ ...columns, id: before?.id ?? null })),
  );
  return outcomeOf(entries.length, changed, definedIndicators, jobId);
}

function outcomeOf(
  rows: number,
  changed: readonly Prepared[],
  definedIndicators: readonly string[],
  jobId: string | null,
): ReportImport {
  const added = changed.filter(({ held }) => held === null).length;
  const tallies = changed.map((row) => {
    const { line, reference, place, indicatorId } = row.entry;
    return { line, reference, place, indicatorId, corrected: row.held === null ? [] : correctionsOf(row) };
  });
  return {
    status: changed.length === 0 ? 'UNCHANGED' : jobId === null ? 'PREVIEWED' : 'APPLIED',
    jobId,
    report: { faults: [], counts: { rows, added, changed: changed.length - added }, definedIndicators, tallies },
  };
}

function correctionsOf({ columns, held }: Prepared): ReportChange['corrected'] {
  return Object.entries(columns)
    .map(([column, after]) => ({ column, before: held?.columns[column] ?? null, after: after ?? null }))
    .filter(({ before, after }) => !isDeepStrictEqual(before, after));
}

function indicatorsOf(rows: readonly Prepared[]) {
  const byId = new Map(rows.map(({ entry }) => [entry.indicatorId, entry.indicatorName]));
  return [...byId].map(([id, name]) => ({ id, ...reportedIndicatorTexts(name) }));
}

function toColumns(entry: ReportedEntry, unitId: string): HeldColumns {
  return {
    external_id: entry.reference,
    source: entry.source,
    unit_id: unitId,
    place: entry.place,
    as_of: entry.asOf,
    year: entry.year,
    indicator_id: entry.indicatorId,
    criteria_version: entry.criteriaVersion,
    kind: entry.kind,
    met: entry.met,
    total: entry.total,
    total_is_quota: entry.totalIsQuota,
    printed_percent: entry.printedPercent,
    printed_qualifier: entry.printedQualifier,
    target_percent: entry.targetPercent,
    printed_attainment_percent: entry.printedAttainmentPercent,
    population: entry.population,
    population_kinds: entry.populationKinds,
    parts: entry.parts,
    note: entry.note,
    origin: entry.origin,
  };
}

function keyOf({ external_id: reference, source }: HeldColumns): string {
  return JSON.stringify([reference, source]);
}

export function refused(faults: readonly ReportFault[], jobId: string | null): ReportImport {
  const report = { faults, counts: { rows: 0, added: 0, changed: 0 }, definedIndicators: [], tallies: [] };
  return { status: 'REFUSED', jobId, report };
}
