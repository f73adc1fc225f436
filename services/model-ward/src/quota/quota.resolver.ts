import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { ModelWardContext } from '../request-context';
import { checkQuota, standingOf } from './check-quota';
import { QuotaRule } from './quota-rule';
import { ModelWardQuota, QuotaCheck } from './quota-standing';
import { requireRule } from './require-rule';

const RULE_ARGUMENT = { description: 'An id of `quotaRules`: "mps-2022-11".' };

@Resolver(() => QuotaRule)
export class QuotaRuleResolver {
  @Query(() => [QuotaRule], { nullable: true, description: 'All quota rules that are loaded.' })
  quotaRules(@Ctx() { quotas }: ModelWardContext): Promise<QuotaRule[]> {
    return quotas.findRules();
  }

  @Query(() => QuotaCheck, {
    nullable: true,
    description: "Checks a rule on the rule's own map, unit by unit. Error: RULE_NOT_FOUND.",
  })
  async quotaCheck(
    @Arg('rule', () => ID, RULE_ARGUMENT) ruleId: string,
    @Ctx() { quotas }: ModelWardContext,
  ): Promise<QuotaCheck> {
    const { rule, origin, units } = requireRule(ruleId, await quotas.findStandings(ruleId, null));
    return checkQuota(rule, origin, units);
  }

  @FieldResolver(() => String, { description: 'In Vietnamese.' })
  title(@Root() rule: QuotaRule): string {
    return rule.titleVi;
  }
}

@Resolver(() => AdministrativeUnit)
export class ModelWardQuotaResolver {
  @FieldResolver(() => ModelWardQuota, {
    nullable: true,
    description: 'What a rule asks of this unit; null where the rule does not name it. Error: RULE_NOT_FOUND.',
  })
  async modelWardQuota(
    @Root() { id }: AdministrativeUnit,
    @Arg('rule', () => ID, RULE_ARGUMENT) ruleId: string,
    @Ctx() { loaders }: ModelWardContext,
  ): Promise<ModelWardQuota | null> {
    const unit = await loaders.quotaByUnitId({ ruleId }).load(id);
    return unit && standingOf(unit);
  }
}
