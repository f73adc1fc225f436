import { type AsOf, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from '../assessment/assessment.repository';

/** The units that an indicator counts in a year, as far as they lie within a unit of the map asked. */
export interface WithinQuestion extends AssessmentQuestion {
  /** Id of the unit. */
  readonly within: string;
}

/** What the argument says of itself in the graph. */
export const WITHIN_ARGUMENT = {
  description:
    'Id of a unit on the map of `@asOf(map:)`. The units that the year counts are grouped under it as tallies are; on another map than their own none is below the province until links are complete.',
};

/** Values of `$1` to `$6` in `COUNTED_ASSESSMENTS`. */
export function withinValues(
  { within, indicatorId, year }: WithinQuestion,
  { map, knownOn, today }: AsOf,
): (string | number | null)[] {
  return [within, indicatorId, year, map, knownOn === null ? null : endOfDayInVietnam(knownOn), knownOn ?? today];
}
