import type { RegressedCommunesQuery } from '../../data/operations.generated';
import type { CommuneNamed } from '../listed-unit';

export type RegressionNode = NonNullable<RegressedCommunesQuery['regressions']>['nodes'][number];

export interface RegressionRow extends CommuneNamed, Omit<RegressionNode, 'unit'> {}

/** The communes of the place that met in the year before and do not meet now. */
export interface RegressionsContent {
  readonly tab: 'regressions';
  /** Null where the reader may not see them, and where the year before is not assessed. */
  readonly rows: readonly RegressionRow[] | null;
  /** Id of the place, by which the file is asked for. */
  readonly within: string | null;
  readonly hasYearBefore: boolean;
}
