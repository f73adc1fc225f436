import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { SecurityTarget } from '../target/target';
import { AssessmentYear } from './assessment-year';
import { IndicatorCriteriaSet } from './criteria-set';
import { Indicator } from './indicator';
import { IndicatorPopulation } from './population';

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], {
    nullable: true,
    description: 'All indicators that are loaded, by programme and in the order of the programme.',
  })
  indicators(@Ctx() { indicators }: RuralSecurityContext): Promise<Indicator[]> {
    return indicators.findIndicators();
  }

  @FieldResolver(() => [IndicatorPopulation], {
    description:
      'The sets of units that it may be counted over, the default one first; none where no units are counted.',
  })
  populations(@Root() { id }: Indicator, @Ctx() { loaders }: RuralSecurityContext): Promise<IndicatorPopulation[]> {
    return loaders.populationsByIndicatorId.load(id);
  }

  @FieldResolver(() => [IndicatorCriteriaSet], { description: 'All versions of its contents, in the order of time.' })
  criteriaSets(@Root() { id }: Indicator, @Ctx() { loaders }: RuralSecurityContext): Promise<IndicatorCriteriaSet[]> {
    return loaders.criteriaSetsByIndicatorId.load(id);
  }

  @FieldResolver(() => [AssessmentYear], {
    description: 'Its assessment years, in the order of time; none where the sources name no window.',
  })
  years(@Root() { id }: Indicator, @Ctx() { loaders }: RuralSecurityContext): Promise<AssessmentYear[]> {
    return loaders.yearsByIndicatorId.load(id);
  }

  @FieldResolver(() => [SecurityTarget], {
    description: 'All targets of all units, those of the country first; of one unit: `securityTargets`.',
  })
  targets(@Root() { id }: Indicator, @Ctx() { loaders }: RuralSecurityContext): Promise<SecurityTarget[]> {
    return loaders.targetsByIndicatorId.load(id);
  }
}
