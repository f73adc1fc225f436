import { type Actor, type AsOf, type Database, SpeakingError } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { CriteriaSets, YearOfCriteria } from '../criteria/criteria-sets';
import type { Desk } from './desk';
import { type DeskRow, findDesk, findMissingFiles, writeRevision } from './desk.repository';
import { nextRevision } from './next-revision';
import type { Revision } from './revision';
import type { StepEntry } from './step-entry';

export interface WardQuestion {
  /** On the map that the year reads codes on. */
  readonly unitCode: string;
  readonly year: number;
}

/** Takes the steps of a ward's life: what is decided and what is written share a transaction. */
export class WardDesk {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
    private readonly criteriaSets: CriteriaSets,
  ) {}

  /**
   * @returns the ward that took the step
   * @throws SpeakingError what is wrong with it; then nothing was written
   */
  take({ unitCode, year }: WardQuestion, entry: StepEntry): Promise<{ unitId: string }> {
    const criteria = this.criteriaSets.ofYear(year);
    return this.database.write(this.actor, async (tx) => {
      const row = await findDesk(tx, unitCode, criteria);
      const desk: Desk = { ...requireWard(unitCode, criteria, row), pilotFrom: this.criteriaSets.firstDay };
      if (!row.isInScope) throw outsideScope(row, this.actor);
      const revision = nextRevision(desk, entry, this.actor, this.asOf.today);
      await refuseMissingFiles(tx, revision);
      const isWritten = await writeRevision(tx, { unitId: desk.unitId, currentId: row.current?.id ?? null }, revision);
      if (!isWritten) throw staleVersion();
      return { unitId: desk.unitId };
    });
  }
}

/** @throws SpeakingError UNIT_NOT_FOUND, NOT_IN_POPULATION */
function requireWard(unitCode: string, criteria: YearOfCriteria, row: DeskRow): Omit<Desk, 'pilotFrom'> {
  const { unitId, unitName, isWard, wardLife, current, endedOn, authors } = row;
  if (unitId === null) {
    throw new SpeakingError('UNIT_NOT_FOUND', unitMissing(unitCode, criteria, row), { path: 'unitCode' });
  }
  if (!isWard || wardLife === null) {
    throw new SpeakingError(
      'NOT_IN_POPULATION',
      `${unitName} (${unitCode}) is no ward (phường) on the map of ${criteria.countedOn}, which ${criteria.year} reads.`,
      { path: 'unitCode' },
    );
  }
  return { criteria, unitId, wardLife, current, endedOn, authors };
}

function unitMissing(unitCode: string, { year, countedOn }: YearOfCriteria, row: DeskRow): string {
  const asked = `No commune-level unit has the code "${unitCode.slice(0, 20)}" on the map of ${countedOn}, which ${year} reads`;
  const { otherName, otherFrom, otherTo } = row;
  if (otherName === null) return `${asked}.`;
  const held = [otherFrom && `from ${otherFrom}`, otherTo && `until ${otherTo}`].filter(Boolean).join(' ');
  return `${asked}: it is ${otherName} ${held}.`;
}

async function refuseMissingFiles(tx: EntityManager, { selfItems, appraisedItems }: Revision): Promise<void> {
  const [hash] = await findMissingFiles(tx, [...selfItems, ...appraisedItems]);
  if (hash === undefined) return;
  const address = `/evidence/${hash.slice(0, 64)}?service=model-ward`;
  throw new SpeakingError('EVIDENCE_NOT_FOUND', `No file ${hash.slice(0, 64)}: send it with PUT ${address} first.`, {
    path: 'criteria',
  });
}

function outsideScope({ unitName }: DeskRow, { scope }: Actor): SpeakingError {
  return new SpeakingError(
    'FORBIDDEN',
    `${unitName} lies outside of ${scope}, the part of the country that you act for.`,
    { path: 'unitCode' },
  );
}

function staleVersion(): SpeakingError {
  return new SpeakingError('STALE_VERSION', 'Somebody else was faster: read it again, then repeat the step.', {
    path: 'expectedVersion',
  });
}
