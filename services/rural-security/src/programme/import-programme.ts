import { type Actor, type Database, type Fault, WHOLE_FILE } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { applyProgramme, lockProgrammes } from './apply-programme';
import { findHeldProgrammes, type HeldProgramme, insertImportedProgramme } from './held-programme.repository';
import { type ParsedProgramme, parseProgramme } from './parse-programme';
import { diffProgrammes, type ProgrammeChange } from './programme-diff';
import type { ProgrammeFile } from './programme-file';
import { readShippedProgrammes } from './shipped-programmes';

export interface ImportOutcome {
  readonly status: 'REFUSED' | 'PREVIEWED' | 'APPLIED' | 'UNCHANGED';
  readonly report: { readonly faults: readonly Fault[]; readonly changes: readonly ProgrammeChange[] };
}

export interface UploadedProgramme {
  /** As the one who sent it calls it. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** Counting all tallies anew takes longer than a request may. */
const IMPORT_TIMEOUT_MS = 120_000;
const FOREIGN_KEY_VIOLATION = '23503';

/** Ends the transaction without a trace, with what is to be answered. */
class GivenUp extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super(outcome.status);
  }
}

/**
 * Loads a programme's file while the service runs: one transaction with its tallies, all or nothing. The same file again,
 * or one that changes nothing, leaves everything as it is; two at once take turns.
 * @param dryRun only says what it would do: the same statements, taken back
 */
export async function importProgramme(
  database: Database,
  actor: Actor,
  { name, content }: UploadedProgramme,
  dryRun: boolean,
): Promise<ImportOutcome> {
  const { parsed, faults } = parseProgramme(content);
  if (faults) return refused(faults);
  try {
    return await database.write(actor, (tx) => importParsed(tx, parsed, name, dryRun));
  } catch (error) {
    if (error instanceof GivenUp) return error.outcome;
    if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
    return refused([
      { place: WHOLE_FILE, message: 'takes away what was recorded meanwhile; look again with a dry run' },
    ]);
  }
}

async function importParsed(
  tx: EntityManager,
  parsed: ParsedProgramme,
  name: string,
  dryRun: boolean,
): Promise<ImportOutcome> {
  await tx.query(`set local statement_timeout = ${IMPORT_TIMEOUT_MS}`);
  await lockProgrammes(tx);
  const held = (await findHeldProgrammes(tx)).find(({ id }) => id === parsed.programme.id);
  const changes = diffProgrammes(held ? programmeOf(held) : null, parsed.programme);
  const report = { faults: [], changes };
  if (held?.contentHash === parsed.contentHash || changes.length === 0) return { status: 'UNCHANGED', report };
  const faults = await applyProgramme(tx, parsed, { name, isImported: true });
  if (faults.length > 0) throw new GivenUp(refused(faults));
  if (dryRun) throw new GivenUp({ status: 'PREVIEWED', report });
  await insertImportedProgramme(tx, name, parsed);
  await tx.query('select recount_tallies()');
  return { status: 'APPLIED', report };
}

/** What is loaded now, as its file says; null for a file that an earlier version of the software took. */
function programmeOf({ id, importedText }: HeldProgramme): ProgrammeFile | null {
  if (importedText !== null) return parseProgramme(Buffer.from(importedText)).parsed?.programme ?? null;
  return readShippedProgrammes().find(({ programme }) => programme.id === id)?.programme ?? null;
}

function refused(faults: readonly Fault[]): ImportOutcome {
  return { status: 'REFUSED', report: { faults, changes: [] } };
}
