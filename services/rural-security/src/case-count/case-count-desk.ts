import { type Actor, type AsOf, type Database, type Level, Role, SpeakingError } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { CaseChangeRepository } from './case-change.repository';
import type { CaseCount } from './case-count';
import { type CaseFacts, closeCaseCount, findCaseFacts, insertCaseCount } from './case-count.repository';
import { checkCaseIndicator, checkCaseYear } from './check-case-question';

export interface CaseCountEntry {
  readonly unitCode: string;
  readonly level: Level | null;
  readonly indicatorId: string;
  readonly year: number;
  readonly cases: number;
  readonly source: string;
  /** The count that the sender has read; null where there was none. */
  readonly expectedCases: number | null;
}

/** As in the policy table. An inference: no paper that we have read says who enters these numbers. */
const RECORDERS: readonly Role[] = [Role.APPRAISER, Role.MINISTRY, Role.ADMIN];
/** More is a slip of the keyboard; and so the sum over all provinces stays an Int. */
const MOST_CASES = 9_999_999;

/** Records numbers of cases: what is decided and what is written share a transaction. */
export class CaseCountDesk {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** @throws SpeakingError what is wrong with it and where; then nothing was written */
  async record(entry: CaseCountEntry): Promise<CaseCount> {
    checkRole(this.actor);
    const indicators = await new CaseChangeRepository(this.database, this.actor, this.asOf).findIndicators();
    const { baselineYear } = checkCaseIndicator(entry.indicatorId, indicators, 'indicator');
    checkCaseYear(entry.year, { from: baselineYear, today: this.asOf.today }, 'year');
    checkEntry(entry);
    return this.database.write(this.actor, (tx) => this.write(tx, entry));
  }

  private async write(tx: EntityManager, entry: CaseCountEntry): Promise<CaseCount> {
    const facts = await findCaseFacts(tx, entry);
    const unitId = requireUnit(facts, entry);
    if (!facts.isInScope) {
      throw new SpeakingError('FORBIDDEN', `${entry.unitCode} lies outside your part of the country.`, {
        path: 'unitCode',
      });
    }
    if (facts.heldCases !== entry.expectedCases) throw staleCases(facts);
    const isClosed = facts.heldId === null || (await closeCaseCount(tx, facts.heldId));
    const origin = isClosed ? await insertCaseCount(tx, unitId, entry) : null;
    if (origin === null) throw staleCases(null);
    return { unit: { id: unitId }, year: entry.year, cases: entry.cases, source: entry.source, origin };
  }
}

function checkRole({ role }: Actor): void {
  if (RECORDERS.includes(role)) return;
  throw new SpeakingError('FORBIDDEN', `Numbers of cases are entered by ${RECORDERS.join(', ')}; you are ${role}.`);
}

function checkEntry({ cases, source }: CaseCountEntry): void {
  if (cases < 0 || cases > MOST_CASES) {
    throw new SpeakingError('BAD_USER_INPUT', `${cases} is no number of cases: 0 to ${MOST_CASES}.`, { path: 'cases' });
  }
  if (source.trim() === '') {
    throw new SpeakingError('BAD_USER_INPUT', 'Say where the number comes from: a paper or a report.', {
      path: 'source',
    });
  }
}

function requireUnit({ unitIds, countedOn }: CaseFacts, { unitCode, level }: CaseCountEntry): string {
  const [unitId, ...others] = unitIds;
  if (unitId !== undefined && others.length === 0) return unitId;
  const asked = `${level ? `${level} ` : 'unit '}with the code "${unitCode.slice(0, 20)}" on the map of ${countedOn}`;
  if (unitId === undefined) throw new SpeakingError('UNIT_NOT_FOUND', `No ${asked}.`, { path: 'unitCode' });
  throw new SpeakingError('BAD_USER_INPUT', `Several ${asked}: say the level.`, { path: 'level' });
}

function staleCases(facts: CaseFacts | null): SpeakingError {
  const held = facts?.heldCases ?? null;
  const words =
    facts === null ? 'Somebody else was faster' : held === null ? 'No count is held' : `${held} cases are held`;
  return new SpeakingError('STALE_VERSION', `${words}: read it again, then say it in expectedCases.`, {
    path: 'expectedCases',
  });
}
