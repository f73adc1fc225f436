import { Ctx, Query, Resolver } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { Indicator } from './indicator';

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], {
    nullable: true,
    description: 'All indicators that are loaded, by programme and in the order of the programme.',
  })
  indicators(@Ctx() { indicators }: RuralSecurityContext): Promise<Indicator[]> {
    return indicators.findIndicators();
  }
}
