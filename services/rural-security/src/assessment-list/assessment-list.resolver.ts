import {
  type CountedPage,
  checkPageSize,
  createCountedPage,
  createTotalCountResolver,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
} from '@tieuchi/subgraph-kit';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { presentAssessment } from '../assessment/present-assessment';
import { INDICATOR_ARGUMENT, YEAR_ARGUMENT } from '../indicator/assessment-argument';
import type { RuralSecurityContext } from '../request-context';
import { AssessmentEntry, AssessmentEntryConnection } from './assessment-entry';
import { AssessmentFilter, checkFilter } from './assessment-filter';
import type { EntryRow } from './assessment-list.repository';
import { AssessmentOrder, placeKey, readPlace } from './assessment-order';
import { WITHIN_ARGUMENT } from './within';

export const AssessmentEntryCountResolver = createTotalCountResolver(AssessmentEntryConnection);

@Resolver()
export class AssessmentListResolver {
  @Query(() => AssessmentEntryConnection, {
    nullable: true,
    description:
      'All units that an indicator counts in a year within a unit, each with what was decided for it, also where nothing is recorded. The near misses are those with `filter: { verdicts: [NOT_MET] }` in the order MISSING_ITEMS: fewest contents first. Errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, UNIT_NOT_FOUND, ITEM_NOT_FOUND, PAGE_TOO_LARGE, BAD_USER_INPUT.',
  })
  async assessments(
    @Arg('within', () => ID, WITHIN_ARGUMENT) within: string,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Arg('filter', () => AssessmentFilter, { nullable: true, description: 'Left out: all entries.' })
    filter: AssessmentFilter | null,
    @Arg('orderBy', () => AssessmentOrder, {
      nullable: true,
      defaultValue: AssessmentOrder.CODE,
      description: 'What the list is ordered by; a cursor is one of its order.',
    })
    orderBy: AssessmentOrder | null,
    @Arg('first', () => Int, PAGE_SIZE_ARGUMENT) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null,
    @Ctx() context: RuralSecurityContext,
  ): Promise<CountedPage<AssessmentEntry>> {
    const order = orderBy ?? AssessmentOrder.CODE;
    const question = { within, indicatorId, year, filter: checkFilter(filter) };
    const { assessments, questions } = context.lists;
    const rows = await assessments.findPage(question, order, checkPageSize(first) + 1, readPlace(order, after));
    if (rows.length === 0) await questions.check(question, { item: filter?.failingItem });
    return createCountedPage(rows, first, {
      keyOf: (row) => placeKey(order, row),
      present: (row) => presentEntry(row, question, context),
      count: () => assessments.count(question),
    });
  }
}

function presentEntry(
  row: EntryRow,
  { indicatorId, year }: { indicatorId: string; year: number },
  context: RuralSecurityContext,
): AssessmentEntry {
  const assessment = presentAssessment(row, { indicatorId, year }, context);
  if (!assessment) throw new Error(`${row.unitId} is listed, but outside the population of ${indicatorId}`);
  return { unit: { id: row.unitId }, assessment, missingItems: row.missingItems };
}
