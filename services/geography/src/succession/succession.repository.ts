import type { Actor, Database, Day } from '@tieuchi/subgraph-kit';
import type { SuccessionKind } from './succession';

export interface SuccessionRow {
  readonly predecessorId: string;
  readonly successorId: string;
  readonly kind: SuccessionKind | null;
  readonly effectiveOn: Day;
  readonly decision: string | null;
  readonly isMain: boolean;
  /** Whether all links of that day below the province are known. */
  readonly linksComplete: boolean;
}

export class SuccessionRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  findLinksByPredecessorIds(ids: readonly string[]): Promise<SuccessionRow[]> {
    return this.findLinks('predecessor_id', ids);
  }

  findLinksBySuccessorIds(ids: readonly string[]): Promise<SuccessionRow[]> {
    return this.findLinks('successor_id', ids);
  }

  private findLinks(end: 'predecessor_id' | 'successor_id', ids: readonly string[]): Promise<SuccessionRow[]> {
    return this.database.read(
      this.actor,
      `select predecessor_id as "predecessorId", successor_id as "successorId", kind, effective_on as "effectiveOn",
         decision, is_main as "isMain",
         exists (select from complete_lineage c where c.effective_on = l.effective_on) as "linksComplete"
       from succession_link l where ${end} = any($1) order by predecessor_id, successor_id, effective_on`,
      [ids],
    );
  }
}
