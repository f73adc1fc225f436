import {
  type CountedPage,
  checkPageSize,
  createCountedPage,
  createTotalCountResolver,
  decodeCursor,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
} from '@tieuchi/subgraph-kit';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { WITHIN_ARGUMENT } from '../assessment-list/within';
import { INDICATOR_ARGUMENT, YEAR_ARGUMENT } from '../indicator/assessment-argument';
import type { RuralSecurityContext } from '../request-context';
import { CommuneAtRisk, CommuneAtRiskConnection } from './commune-at-risk';
import { Regression, RegressionConnection } from './regression';

const ERRORS =
  'Errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND (also where the year before is not assessed), UNIT_NOT_FOUND, PAGE_TOO_LARGE, BAD_USER_INPUT.';

export const RegressionCountResolver = createTotalCountResolver(RegressionConnection);
export const CommuneAtRiskCountResolver = createTotalCountResolver(CommuneAtRiskConnection);

@Resolver()
export class RegressionResolver {
  @Query(() => RegressionConnection, {
    nullable: true,
    description: `Units that met in the year before and do not meet in the year asked, in the order of their codes. ${ERRORS}`,
  })
  async regressions(
    @Arg('within', () => ID, WITHIN_ARGUMENT) within: string,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Arg('first', () => Int, PAGE_SIZE_ARGUMENT) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null,
    @Ctx() { lists }: RuralSecurityContext,
  ): Promise<CountedPage<Regression>> {
    const question = { within, indicatorId, year };
    const rows = await lists.regressions.findPage(question, checkPageSize(first) + 1, decodeCursor(after));
    if (rows.length === 0) await lists.questions.check(question, { yearBefore: true });
    return createCountedPage(rows, first, {
      keyOf: ({ code }) => code,
      present: ({ unitId, code: _, ...regression }) => ({ ...regression, unit: { id: unitId } }),
      count: () => lists.regressions.count(question),
    });
  }

  @Query(() => CommuneAtRiskConnection, {
    nullable: true,
    description: `Units that may lose their result, or whose result may not be comparable, each with the reasons; in the order of their codes. It judges nothing. ${ERRORS}`,
  })
  async communesAtRisk(
    @Arg('within', () => ID, WITHIN_ARGUMENT) within: string,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Arg('first', () => Int, PAGE_SIZE_ARGUMENT) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null,
    @Ctx() { lists }: RuralSecurityContext,
  ): Promise<CountedPage<CommuneAtRisk>> {
    const question = { within, indicatorId, year };
    const rows = await lists.risks.findPage(question, checkPageSize(first) + 1, decodeCursor(after));
    if (rows.length === 0) await lists.questions.check(question, { yearBefore: true });
    return createCountedPage(rows, first, {
      keyOf: ({ code }) => code,
      present: ({ unitId, reasons }) => ({ unit: { id: unitId }, reasons }),
      count: () => lists.risks.count(question),
    });
  }
}
