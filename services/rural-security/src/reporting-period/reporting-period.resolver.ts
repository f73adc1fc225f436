import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { reportingPeriods } from './reporting-calendar';
import { ReportingPeriod } from './reporting-period';

@Resolver(() => ReportingPeriod)
export class ReportingPeriodResolver {
  @Query(() => [ReportingPeriod], {
    nullable: true,
    description: 'The four quarters, the two halves and the whole of a reporting year. Error: BAD_USER_INPUT.',
  })
  reportingPeriods(
    @Arg('year', () => Int, { description: 'The year that is reported on: 2025 begins on 15 December 2024.' })
    year: number,
    @Ctx() { asOf }: RuralSecurityContext,
  ): ReportingPeriod[] {
    return reportingPeriods(year, asOf.today);
  }
}
