import { isDeepStrictEqual } from 'node:util';
import { type Actor, type Database, type Day, SpeakingError } from '@tieuchi/subgraph-kit';
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
import { readReport } from './read-report';
import type { ReportFault } from './report-columns';
import type { ReportedEntry } from './reported-entry';
import { reportedIndicatorTexts } from './reported-indicators';

export interface ReportImport {
  readonly status: 'REFUSED' | 'PREVIEWED' | 'APPLIED' | 'UNCHANGED';
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
class GivenUp extends Error {
  constructor(readonly outcome: ReportImport) {
    super(outcome.status);
  }
}

/**
 * Takes a file of reported figures: one transaction, all or nothing. The same file again changes nothing; a row that says
 * something else than before closes the old one; rows that a file leaves out stay.
 * @param today the day in Vietnam
 * @param dryRun only says what it would do: the same statements, taken back
 */
export async function importReportedTallies(
  database: Database,
  actor: Actor,
  content: Uint8Array,
  today: Day,
  dryRun: boolean,
): Promise<ReportImport> {
  const { entries, faults } = readReport(content, today);
  if (faults.length > 0) return refused(faults);
  try {
    return await database.write(actor, (tx) => importEntries(tx, entries, dryRun));
  } catch (error) {
    if (error instanceof GivenUp) return error.outcome;
    throw error;
  }
}

async function importEntries(
  tx: EntityManager,
  entries: readonly ReportedEntry[],
  dryRun: boolean,
): Promise<ReportImport> {
  await lockReports(tx);
  const { unitIds, faults } = await placeEntries(tx, entries);
  if (faults.length > 0) throw new GivenUp(refused(faults));
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
  const outcome = outcomeOf(entries.length, changed, definedIndicators, dryRun);
  if (dryRun) throw new GivenUp(outcome);
  return outcome;
}

function outcomeOf(
  rows: number,
  changed: readonly Prepared[],
  definedIndicators: readonly string[],
  dryRun: boolean,
): ReportImport {
  const added = changed.filter(({ held }) => held === null).length;
  const tallies = changed.map((row) => {
    const { line, reference, place, indicatorId } = row.entry;
    return { line, reference, place, indicatorId, corrected: row.held === null ? [] : correctionsOf(row) };
  });
  return {
    status: changed.length === 0 ? 'UNCHANGED' : dryRun ? 'PREVIEWED' : 'APPLIED',
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

function refused(faults: readonly ReportFault[]): ReportImport {
  const report = { faults, counts: { rows: 0, added: 0, changed: 0 }, definedIndicators: [], tallies: [] };
  return { status: 'REFUSED', report };
}

/** @throws SpeakingError BAD_USER_INPUT for another text than true or false */
export function readDryRun(text = 'false'): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new SpeakingError('BAD_USER_INPUT', `dryRun: "${text.slice(0, 40)}" – true or false.`);
}
