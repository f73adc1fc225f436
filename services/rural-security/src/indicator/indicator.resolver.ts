import { Ctx, Query, Resolver } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { Indicator } from './indicator';

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], {
    nullable: true,
    description: 'All indicators of all programmes, in the order of their papers.',
  })
  indicators(@Ctx() { indicators }: RuralSecurityContext): Promise<Indicator[]> {
    return indicators.findIndicators();
  }
}
