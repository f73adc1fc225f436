import type { Actor, AsOf, Database } from '@tieuchi/subgraph-kit';
import { COUNTED_ASSESSMENTS, recordedOf } from '../assessment-list/counted-assessment-sql';
import { type WithinQuestion, withinValues } from '../assessment-list/within';
import type { Regression } from './regression';

export interface RegressionRow extends Omit<Regression, 'unit'> {
  readonly unitId: string;
  readonly code: string;
}

/** What was only said by the unit itself is in neither year a result, so nothing regresses from it or to it. */
const REGRESSED = `
  from counted c cross join lateral (${recordedOf('c.unit_id', '$3 - 1')}) b
  where b.verdict = 'MET' and c.verdict = 'NOT_MET'`;

export class RegressionRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** In the order of codes, after the code `after`, at most `limit`; one statement. */
  findPage(question: WithinQuestion, limit: number, after: string | null): Promise<RegressionRow[]> {
    return this.database.read(
      this.actor,
      `with ${COUNTED_ASSESSMENTS}
       select c.unit_id as "unitId", c.code, b.verdict as "verdictBefore", c.verdict, c.state,
         array_positions(c.item_verdicts, 'NOT_MET') as "failingItems", b.decision_number as "beforeDecisionNumber"
       ${REGRESSED} and ($7::text is null or c.code > $7) order by c.code limit $8`,
      [...withinValues(question, this.asOf), after, limit],
    );
  }

  async count(question: WithinQuestion): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      this.actor,
      `with ${COUNTED_ASSESSMENTS} select count(*)::int as count ${REGRESSED}`,
      withinValues(question, this.asOf),
    );
    return row!.count;
  }
}
