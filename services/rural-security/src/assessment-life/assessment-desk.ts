import { type Actor, type AsOf, type Database, SpeakingError } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import { requireDocument } from '../document/document.repository';
import { refuseUnknownYear } from '../indicator/check-year';
import type { Desk } from './desk';
import { currentRevision, type DeskRow, findDesk, findMissingEvidence, writeRevision } from './desk.repository';
import { nextRevision, type StepEntry } from './next-revision';
import type { Revision } from './revision';

export interface DeskQuestion extends AssessmentQuestion {
  /** On the map that the year counts. */
  readonly unitCode: string;
}

export interface DeskEntry extends Omit<StepEntry, 'decision'> {
  readonly decisionId: string | null;
}

/** Takes the steps of an assessment's life: what is decided and what is written share a transaction. */
export class AssessmentDesk {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /**
   * @returns the unit whose assessment took the step
   * @throws SpeakingError what is wrong with it; then nothing was written
   */
  take(question: DeskQuestion, entry: DeskEntry): Promise<{ unitId: string }> {
    return this.database.write(this.actor, async (tx) => {
      const row = await findDesk(tx, question, question.unitCode);
      const desk = requireDesk(question, row);
      if (!row.isInScope) throw outsideScope(row, this.actor);
      const decision = entry.decisionId === null ? null : await requireDocument(tx, entry.decisionId);
      const revision = nextRevision(desk, { ...entry, decision }, this.actor, this.asOf.today);
      await refuseMissingEvidence(tx, revision);
      const isWritten = await writeRevision(tx, { ...desk, currentId: row.current?.id ?? null }, revision);
      if (!isWritten) throw staleVersion();
      return { unitId: desk.unitId };
    });
  }
}

/** @throws SpeakingError INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, UNIT_NOT_FOUND, NOT_IN_POPULATION */
function requireDesk({ indicatorId, year, unitCode }: DeskQuestion, row: DeskRow): Desk {
  if (row.yearsByIndicator) refuseUnknownYear({ indicatorId, year }, row.yearsByIndicator);
  if (row.unitId === null) {
    throw new SpeakingError(
      'UNIT_NOT_FOUND',
      `No unit that ${indicatorId} assesses has the code "${unitCode.slice(0, 20)}" on the map of ${row.countedOn}, which ${year} counts.`,
      { path: 'unitCode' },
    );
  }
  if (!row.isInPopulation) {
    throw new SpeakingError(
      'NOT_IN_POPULATION',
      `${row.unitName} (${unitCode}) is outside every population of ${indicatorId}.`,
      {
        path: 'unitCode',
      },
    );
  }
  const { unitId, rule } = row;
  return { ...row, indicatorId, year, unitId, rule: rule ?? { kind: 'ALL_OF' }, current: currentRevision(row) };
}

async function refuseMissingEvidence(tx: EntityManager, revision: Revision): Promise<void> {
  const { hashes, documentIds } = await findMissingEvidence(tx, revision);
  if (hashes[0] !== undefined) {
    throw new SpeakingError(
      'EVIDENCE_NOT_FOUND',
      `No file ${hashes[0]}: send it with PUT /evidence/${hashes[0]} first.`,
      {
        path: 'items',
      },
    );
  }
  if (documentIds[0] !== undefined) {
    throw new SpeakingError('DOCUMENT_NOT_FOUND', `No paper ${documentIds[0]}: record it with recordDocument first.`, {
      path: 'items',
    });
  }
}

function outsideScope({ unitName }: DeskRow, { scope }: Actor): SpeakingError {
  return new SpeakingError(
    'FORBIDDEN',
    `${unitName} lies outside of ${scope}, the part of the country that you act for.`,
    {
      path: 'unitCode',
    },
  );
}

function staleVersion(): SpeakingError {
  return new SpeakingError('STALE_VERSION', 'Somebody else was faster: read it again, then repeat the step.', {
    path: 'expectedVersion',
  });
}
