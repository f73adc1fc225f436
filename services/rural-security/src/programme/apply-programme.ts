import { type Fault } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { countAsDemonstrated } from './demonstration-years';
import { findForeignIds } from './foreign-ids';
import type { ParsedProgramme } from './parse-programme';
import { findTakenAway, findUncounted, findUsedYears } from './programme-usage';
import { type ProgrammeSource, writeProgramme } from './write-programme';

/** Loading at a start and importing take turns. */
export async function lockProgrammes(tx: EntityManager): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('rural-security programmes'))");
}

/**
 * Writes a programme where nothing on which assessments rest is taken away.
 * @returns why not; then the transaction must be given up, because rows may be written already
 */
export async function applyProgramme(
  tx: EntityManager,
  parsed: ParsedProgramme,
  source: ProgrammeSource,
): Promise<Fault[]> {
  const [{ isDemonstration }]: [{ isDemonstration: boolean }] = await tx.query(
    'select is_demonstration() as "isDemonstration"',
  );
  const programme = isDemonstration ? countAsDemonstrated(parsed.programme) : parsed.programme;
  const used = await findUsedYears(tx, programme.id);
  const faults = [...(await findForeignIds(tx, programme)), ...findTakenAway(programme, used)];
  if (faults.length > 0) return faults;
  await writeProgramme(tx, { ...parsed, programme }, source);
  return used.length > 0 ? findUncounted(tx, programme) : [];
}
