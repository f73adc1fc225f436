import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { RuralSecurityContext } from '../request-context';
import { SecurityTally } from './security-tally';

@Resolver(() => AdministrativeUnit)
export class SecurityTallyResolver {
  @FieldResolver(() => [SecurityTally], {
    nullable: true,
    description:
      'Counts of an indicator in a year, one for each population that can be listed; empty where the counted units cannot be grouped under this unit.',
  })
  securityTallies(
    @Root() { id }: AdministrativeUnit,
    @Arg('indicator', () => ID) indicatorId: string,
    @Arg('year', () => Int) year: number,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<SecurityTally[]> {
    return loaders.talliesByUnitId({ indicatorId, year }).load(id);
  }
}
