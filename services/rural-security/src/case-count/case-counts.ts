import type { Database, RequestContext } from '@tieuchi/subgraph-kit';
import { CaseChangeRepository, type CaseIndicator } from './case-change.repository';
import type { CaseCount } from './case-count';
import { CaseCountDesk, type CaseCountEntry } from './case-count-desk';

/** What a request does with numbers of cases. */
export interface CaseCounts {
  /** One statement for a request, however many units ask. */
  findIndicators(): Promise<CaseIndicator[]>;
  record(entry: CaseCountEntry): Promise<CaseCount>;
}

export function createCaseCounts(database: Database, { actor, asOf }: RequestContext): CaseCounts {
  const desk = new CaseCountDesk(database, actor, asOf);
  let indicators: Promise<CaseIndicator[]> | null = null;
  return {
    findIndicators() {
      indicators ??= new CaseChangeRepository(database, actor, asOf).findIndicators();
      return indicators;
    },
    record: (entry) => desk.record(entry),
  };
}
