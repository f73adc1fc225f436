import { LANGUAGE_ARGUMENT, Language } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Assessment } from '../assessment/assessment';
import { Verdict } from '../assessment/assessment-enums';
import type { RuralSecurityContext } from '../request-context';
import { findRevocationRule } from './revocation-rule';
import { Warning } from './warning';

@Resolver(() => Warning)
export class WarningResolver {
  @FieldResolver(() => String, { description: 'For people: what the rule says, and why it is no conclusion here.' })
  message(
    @Root() { messageVi, messageEn }: Warning,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.VI ? messageVi : messageEn;
  }
}

@Resolver(() => Assessment)
export class AssessmentWarningsResolver {
  @FieldResolver(() => [Warning], {
    description:
      'What regulations say may follow; empty as a rule. A unit that is NOT_MET after it was MET in an earlier year may lose its recognition, which more criteria decide than are known here.',
  })
  async warnings(
    @Root() { unitId, indicatorId, year, verdict }: Assessment,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<Warning[]> {
    const rule = findRevocationRule(indicatorId);
    if (verdict !== Verdict.NOT_MET || rule === null) return [];
    const earlier = await loaders.earlierResultByUnitId({ indicatorId, year }).load(unitId);
    if (!earlier) return [];
    const inWords = (message: string) => message.replace('{metInYear}', String(earlier.metInYear));
    return [{ ...rule, messageVi: inWords(rule.messageVi), messageEn: inWords(rule.messageEn) }];
  }
}
