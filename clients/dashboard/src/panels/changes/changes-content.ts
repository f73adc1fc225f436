import type { CommunesAtRiskQuery, UndecidedCommunesQuery } from '../../data/operations.generated';
import type { CommuneNamed } from '../listed-unit';

export type ChangeableNode = NonNullable<UndecidedCommunesQuery['notMet']>['nodes'][number];
export type RiskNode = NonNullable<CommunesAtRiskQuery['communesAtRisk']>['nodes'][number];

/** A commune that does not count as met, shaped as those of the page's own table. */
export interface ChangeRow extends CommuneNamed {
  readonly assessment: ChangeableNode['assessment'];
  readonly details: { readonly missingItems: number | null; readonly late: boolean };
  /** Numbers of the contents that are NOT_MET. */
  readonly failing: readonly number[];
}

export interface RiskRow extends CommuneNamed {
  readonly reasons: RiskNode['reasons'];
}

/** A list that may be cut: `all` is how many there are. */
export interface ListOf<Row> {
  readonly rows: readonly Row[];
  readonly all: number;
}

/** What would change the verdict of the place; the figures of it are those of the standing. */
export interface ChangesContent {
  readonly tab: 'changes';
  /** Null where the reader may not see them. */
  readonly changeable: ListOf<ChangeRow> | null;
  /** Asked where the target is attained; null elsewhere, and where the reader may not see them. */
  readonly atRisk: ListOf<RiskRow> | null;
}
