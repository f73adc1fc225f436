import type { EntityManager } from 'typeorm';
import { applyProgramme, lockProgrammes } from './apply-programme';
import { findHeldProgrammes } from './held-programme.repository';
import { programmeError, readShippedProgrammes } from './shipped-programmes';

/**
 * Loads the shipped programmes whose files changed since the last start. One that was imported stays as it was imported.
 * @returns whether anything changed, so that tallies must be counted anew
 * @throws StartError that names the file where it breaks its schema or takes away what assessments rest on
 */
export async function loadProgrammes(tx: EntityManager): Promise<boolean> {
  await lockProgrammes(tx);
  const held = new Map((await findHeldProgrammes(tx)).map((programme) => [programme.id, programme]));
  let changed = false;
  for (const shipped of readShippedProgrammes()) {
    const before = held.get(shipped.programme.id);
    if (before?.isImported || before?.contentHash === shipped.contentHash) continue;
    const faults = await applyProgramme(tx, shipped, { name: shipped.name, isImported: false });
    if (faults.length > 0) throw programmeError(shipped.name, faults);
    changed = true;
  }
  return changed;
}
