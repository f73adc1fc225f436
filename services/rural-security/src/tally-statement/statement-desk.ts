import {
  type Actor,
  type AsOf,
  type Database,
  type Day,
  refuseUnstorableText,
  SpeakingError,
} from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { requireDocument } from '../document/document.repository';
import { refuseUnknownYear } from '../indicator/check-year';
import {
  type BooksFacts,
  type BooksQuestion,
  closeStatement,
  findBooks,
  findHeldStatement,
  type HeldStatement,
  insertSnapshot,
  insertStep,
  type StatementStepColumns,
} from './statement-desk.repository';
import { DRAFTERS, type StatementStep, takeStatementStep } from './statement-step';

/** Which statement, and the version of it that the sender has read. */
export interface StatementReference {
  readonly statementId: string;
  readonly expectedVersion: number;
}

type Said = Pick<StatementStepColumns, 'document_id' | 'signer' | 'reason'>;

const WHO = { SIGN: 'signed', RECEIVE: 'received', RETURN: 'returned' } as const;

/** Takes the steps of statements: what is decided and what is written share a transaction. */
export class StatementDesk {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /**
   * Counts the books of a level, or counts a draft anew.
   * @returns the id of the statement
   * @throws SpeakingError what is wrong with it; then nothing was written
   */
  draft(question: BooksQuestion, expectedVersion: number | null): Promise<string> {
    checkDrafter(this.actor);
    return this.database.write(this.actor, async (tx) => {
      const facts = requireBooks(question, await findBooks(tx, question), this.asOf);
      if (!facts.isInScope) throw outsideScope(facts.unitName ?? question.unitCode, this.actor);
      const { underWay } = facts;
      if (underWay) takeStatementStep('REDRAFT', underWay.state, this.actor.role);
      if ((underWay?.version ?? null) !== expectedVersion) throw staleVersion();
      if (underWay && !(await closeStatement(tx, underWay.id, underWay.version))) throw staleVersion();
      const version = (underWay?.version ?? 0) + 1;
      const id = await insertSnapshot(tx, { ...question, ...facts, id: underWay?.id ?? null, version });
      if (id === null) throw await whyNothing(tx, question);
      return id;
    });
  }

  /** @throws SpeakingError DOCUMENT_NOT_FOUND, BAD_USER_INPUT for an empty signer, and those of every step */
  sign(reference: StatementReference, documentId: string, signer: string): Promise<void> {
    refuseUnstorableText({ signer });
    if (signer.trim() === '') {
      throw new SpeakingError('BAD_USER_INPUT', 'Say who signed the paper.', { path: 'signer' });
    }
    return this.take('SIGN', reference, async (tx) => {
      const { id } = await requireDocument(tx, documentId, 'documentId');
      return { document_id: id, signer };
    });
  }

  /** @throws SpeakingError OWN_SUBMISSION for whoever signed it, and those of every step */
  receive(reference: StatementReference): Promise<void> {
    return this.take('RECEIVE', reference, async (_, { signedBy }) => {
      if (signedBy !== this.actor.subject) return {};
      throw new SpeakingError('OWN_SUBMISSION', 'Nobody receives what they signed: somebody else does.');
    });
  }

  /** @throws SpeakingError REASON_REQUIRED, and those of every step */
  return(reference: StatementReference, reason: string): Promise<void> {
    refuseUnstorableText({ reason });
    if (reason.trim() === '') {
      throw new SpeakingError('REASON_REQUIRED', 'Say why it goes back.', { path: 'reason' });
    }
    return this.take('RETURN', reference, async () => ({ reason }));
  }

  /** @throws SpeakingError STATEMENT_NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION */
  private take(
    step: Exclude<StatementStep, 'REDRAFT'>,
    { statementId, expectedVersion }: StatementReference,
    say: (tx: EntityManager, held: HeldStatement) => Promise<Said>,
  ): Promise<void> {
    return this.database.write(this.actor, async (tx) => {
      const held = await findHeldStatement(tx, statementId);
      if (held === null) throw statementMissing(statementId, 'statementId');
      if (!held.isInScope) throw outsideScope('The unit', this.actor);
      // a sender who has read another version learns that first
      if (held.version !== expectedVersion) throw staleVersion();
      const state = takeStatementStep(step, held.state, this.actor.role);
      const said = await say(tx, held);
      if (!(await closeStatement(tx, held.id, held.version))) throw staleVersion();
      await insertStep(tx, held, { ...said, state, who: WHO[step] });
    });
  }
}

/** @throws SpeakingError INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, WINDOW_NOT_OPEN, MAP_NOT_LOADED, UNIT_NOT_FOUND, INDICATOR_NOT_COUNTED */
function requireBooks({ indicatorId, year, unitCode, level }: BooksQuestion, facts: BooksFacts, { today }: AsOf) {
  const { yearsByIndicator, windowFrom, map, unitId, populationId } = facts;
  if (yearsByIndicator) refuseUnknownYear({ indicatorId, year }, yearsByIndicator);
  if (windowFrom === null || map === null || windowFrom > today) {
    throw new SpeakingError('WINDOW_NOT_OPEN', `${year} begins on ${windowFrom}: there is nothing to close.`, {
      path: 'year',
    });
  }
  refuseOtherMap(map, facts.firstMap, today);
  if (unitId === null) {
    const asked = `No ${level} has the code "${unitCode.slice(0, 20)}" on the map of ${map}.`;
    throw new SpeakingError('UNIT_NOT_FOUND', asked, { path: 'unitCode' });
  }
  if (populationId === null) {
    throw new SpeakingError('INDICATOR_NOT_COUNTED', `${indicatorId} is not counted.`, { path: 'indicator' });
  }
  return { ...facts, map, unitId, populationId };
}

/** @throws SpeakingError MAP_NOT_LOADED before the first map, BAD_USER_INPUT for one that is still to come */
function refuseOtherMap(map: Day, firstMap: Day, today: Day): void {
  const at = { path: 'map' };
  if (map < firstMap) {
    throw new SpeakingError('MAP_NOT_LOADED', `No map is loaded for ${map}; the first is that of ${firstMap}.`, at);
  }
  if (map > today) throw new SpeakingError('BAD_USER_INPUT', `The map of ${map} is still to come.`, at);
}

function checkDrafter({ role }: Actor): void {
  if (DRAFTERS.includes(role)) return;
  throw new SpeakingError('FORBIDDEN', `A statement is drawn up by ${DRAFTERS.join(' or ')}; you are ${role}.`);
}

/** Nothing was inserted: there is nothing to count, or a statement came in between. */
async function whyNothing(tx: EntityManager, question: BooksQuestion): Promise<SpeakingError> {
  const { underWay, unitName } = await findBooks(tx, question);
  if (underWay) return staleVersion();
  const { indicatorId, year } = question;
  const text = `No unit that ${indicatorId} counts in ${year} lies whole in ${unitName}: there is nothing to close.`;
  return new SpeakingError('NOT_IN_POPULATION', text, { path: 'unitCode' });
}

export function statementMissing(id: string, path?: string): SpeakingError {
  return new SpeakingError('STATEMENT_NOT_FOUND', `No statement ${id.slice(0, 60)}.`, { path });
}

function outsideScope(unit: string, { scope }: Actor): SpeakingError {
  return new SpeakingError('FORBIDDEN', `${unit} lies outside of ${scope}, the part of the country that you act for.`);
}

function staleVersion(): SpeakingError {
  return new SpeakingError('STALE_VERSION', 'Somebody else was faster: read it again, then repeat the step.', {
    path: 'expectedVersion',
  });
}
