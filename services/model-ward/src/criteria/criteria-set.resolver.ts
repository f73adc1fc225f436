import { LANGUAGE_ARGUMENT, Language } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { ModelWardContext } from '../request-context';
import { ModelWardCriteriaSet, ModelWardCriterion } from './criteria-set';

@Resolver(() => ModelWardCriteriaSet)
export class CriteriaSetResolver {
  @Query(() => [ModelWardCriteriaSet], {
    nullable: true,
    description: 'The criteria sets of the model ward police, oldest first. Which one applies follows the year.',
  })
  modelWardCriteriaSets(@Ctx() { criteriaSets }: ModelWardContext): readonly ModelWardCriteriaSet[] {
    return criteriaSets.all;
  }

  @FieldResolver(() => String, { description: 'Its title.' })
  title(
    @Root() { titleVi, titleEn }: ModelWardCriteriaSet,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.VI ? titleVi : titleEn;
  }
}

@Resolver(() => ModelWardCriterion)
export class CriterionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What it asks; null where no source shows it.' })
  text(
    @Root() { textVi, textEn }: ModelWardCriterion,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string | null {
    return language === Language.VI ? textVi : textEn;
  }
}
