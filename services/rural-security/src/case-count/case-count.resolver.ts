import { UserError, withUserErrors } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { INDICATOR_ARGUMENT } from '../indicator/assessment-argument';
import { judgeCases } from '../judging/judge-cases';
import type { RuralSecurityContext } from '../request-context';
import { CaseChange } from './case-change';
import { CaseCount, CaseCountInput } from './case-count';
import { checkCaseIndicator, checkCaseYear } from './check-case-question';

@ObjectType({ description: 'What became of a number of cases.' })
export class CaseCountPayload {
  @Field(() => CaseCount, { nullable: true, description: 'As it is kept; null where nothing was done.' })
  caseCount!: CaseCount | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@Resolver()
export class CaseCountResolver {
  @Mutation(() => CaseCountPayload, {
    description:
      'Records how many cases a locality had in a year, or corrects it. User errors: FORBIDDEN, INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, YEAR_NOT_FOUND, UNIT_NOT_FOUND, BAD_USER_INPUT, STALE_VERSION.',
  })
  async recordCaseCount(
    @Arg('input', () => CaseCountInput, { description: 'The number, and where it comes from.' }) input: CaseCountInput,
    @Ctx() { caseCounts }: RuralSecurityContext,
  ): Promise<CaseCountPayload> {
    const { indicator, level = null, expectedCases = null, ...entry } = input;
    const { value, userErrors } = await withUserErrors(() =>
      caseCounts.record({ ...entry, indicatorId: indicator, level, expectedCases }),
    );
    return { caseCount: value, userErrors };
  }
}

@Resolver(() => AdministrativeUnit)
export class CaseChangeResolver {
  @FieldResolver(() => CaseChange, {
    nullable: true,
    description:
      'How many cases this unit had in a year against the base year of the target; null without a target. Errors: INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, YEAR_NOT_FOUND for a year that is not after the base year or has not begun.',
  })
  async caseChange(
    @Root() { id }: AdministrativeUnit,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, { description: 'A calendar year after the base year: 2024.' }) year: number,
    @Ctx() { caseCounts, loaders, asOf }: RuralSecurityContext,
  ): Promise<CaseChange | null> {
    const { baselineYear } = checkCaseIndicator(indicatorId, await caseCounts.findIndicators());
    checkCaseYear(year, { from: baselineYear + 1, today: asOf.today });
    const row = await loaders.caseChangeByUnitId({ indicatorId, year }).load(id);
    if (!row) return null;
    const { unitId: _, ...counts } = row;
    return { ...counts, ...judgeCases(counts, counts.targetPercent) };
  }
}
