import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { INDICATOR_ARGUMENT, YEAR_ARGUMENT } from '../indicator/assessment-argument';
import { checkYear } from '../indicator/check-year';
import type { RuralSecurityContext } from '../request-context';
import { SecurityTally } from './security-tally';

@Resolver(() => AdministrativeUnit)
export class SecurityTallyResolver {
  @FieldResolver(() => [SecurityTally], {
    nullable: true,
    description:
      'Counts of an indicator in a year, one for each population that can be listed; empty where the counted units cannot be grouped under this unit. Errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND.',
  })
  async securityTallies(
    @Root() { id }: AdministrativeUnit,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Ctx() { loaders, indicators }: RuralSecurityContext,
  ): Promise<SecurityTally[]> {
    const question = { indicatorId, year };
    const tallies = await loaders.talliesByUnitId(question).load(id);
    // an empty list has two reasons, and one of them is a wrong question
    if (tallies.length === 0) await checkYear(question, indicators);
    return tallies;
  }
}
