import type { Actor, Database, Day } from '@tieuchi/subgraph-kit';
import type { SuccessionKind } from './succession';

export interface SuccessionRow {
  readonly predecessorId: string;
  readonly successorId: string;
  readonly kind: SuccessionKind | null;
  readonly effectiveOn: Day;
  readonly decision: string | null;
  readonly isMain: boolean;
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
         decision, is_main as "isMain"
       from succession_link where ${end} = any($1) order by predecessor_id, successor_id`,
      [ids],
    );
  }
}
