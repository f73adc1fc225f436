import type { EntityManager } from 'typeorm';
import { AssessmentYear, CriteriaItem, Indicator, LastStep, Population } from '../indicator/indicator';
import { SecurityTarget, type TargetDirection } from '../target/target';
import { assessmentWindow, countingDay } from './assessment-calendar';
import { Programme } from './programme';
import { type ProgrammeFile, readProgrammeFiles } from './programme-file';

/**
 * Loads the programmes whose files changed since the last start.
 * @param countedOnInstead the map of a demonstration: its series counts the units of one day in all years
 * @returns whether anything changed, so that tallies must be counted anew
 */
export async function loadProgrammes(tx: EntityManager, countedOnInstead: string | null): Promise<boolean> {
  let changed = false;
  for (const file of readProgrammeFiles()) {
    const held = await tx.findOneBy(Programme, { id: file.id });
    if (held?.contentHash === file.contentHash) continue;
    await loadProgramme(tx, file, countedOnInstead);
    changed = true;
  }
  return changed;
}

async function loadProgramme(tx: EntityManager, file: ProgrammeFile, countedOnInstead: string | null) {
  const { indicators, ...programme } = file;
  await tx.upsert(Programme, programme, ['id']);
  for (const [position, indicator] of indicators.entries()) {
    const { populations, criteria, targets, ...attributes } = indicator;
    const indicatorId = indicator.id;
    await tx.upsert(
      Indicator,
      { ...attributes, lastStep: attributes.lastStep as LastStep | null, programmeId: file.id, position },
      ['id'],
    );
    await tx.delete(Population, { indicatorId });
    await tx.insert(
      Population,
      populations.map((population) => ({ ...population, indicatorId })),
    );
    await tx.delete(SecurityTarget, { indicatorId });
    await tx.insert(
      SecurityTarget,
      targets.map((target) => ({ ...target, direction: target.direction as TargetDirection, indicatorId })),
    );
    await tx.delete(CriteriaItem, { indicatorId });
    for (const { version, years, items } of criteria) {
      await tx.insert(
        CriteriaItem,
        items.map((item) => ({ ...item, indicatorId, criteriaVersion: version })),
      );
      // assessments rest on their year, so a year is changed, never taken away
      for (const year of years) {
        const calendar = { ...assessmentWindow(year), ...countingDay(year, file.closingMap, countedOnInstead) };
        await tx.upsert(AssessmentYear, { indicatorId, year, criteriaVersion: version, ...calendar }, [
          'indicatorId',
          'year',
        ]);
      }
    }
  }
}
