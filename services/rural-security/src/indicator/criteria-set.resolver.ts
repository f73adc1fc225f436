import { LANGUAGE_ARGUMENT, Language } from '@tieuchi/subgraph-kit';
import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { describeIndicatorRule, describeRule } from '../judging/describe-rule';
import { CriteriaRule, IndicatorCriteriaSet, IndicatorItem } from './criteria-set';

@Resolver(() => CriteriaRule)
export class CriteriaRuleResolver {
  @FieldResolver(() => String, { description: 'The rule in words, made from its kind and parameters.' })
  text(
    @Root() { texts }: CriteriaRule,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.EN ? texts.en : texts.vi;
  }
}

@Resolver(() => IndicatorCriteriaSet)
export class CriteriaSetResolver {
  @FieldResolver(() => CriteriaRule, { description: 'How the indicator is decided from the contents.' })
  rule(@Root() { rule }: IndicatorCriteriaSet): CriteriaRule {
    return { ...shownParameters(rule), texts: describeIndicatorRule(rule) };
  }
}

@Resolver(() => IndicatorItem)
export class CriteriaItemResolver {
  @FieldResolver(() => CriteriaRule, { description: 'How it is decided.' })
  rule(@Root() { rule }: IndicatorItem): CriteriaRule {
    return { ...shownParameters(rule), texts: describeRule(rule) };
  }

  @FieldResolver(() => String, {
    description: 'In the words of the source; in English where it was translated, else in Vietnamese.',
  })
  text(
    @Root() { textVi, textEn }: IndicatorItem,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.EN ? (textEn ?? textVi) : textVi;
  }
}

/** Kinds have the same names in files and in the graph. */
function shownParameters(rule: object): Omit<CriteriaRule, 'texts'> {
  return rule as Omit<CriteriaRule, 'texts'>;
}
