import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { checkMapLoaded } from '../administrative-unit/loaded-map';
import type { ModelWardContext } from '../request-context';
import { CarriedCheck, CarriedQuota } from './carried-quota';
import { carriedStandingOf, checkCarried, checkQuota, standingOf } from './check-quota';
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
    description: "Checks a rule on the rule's own map, unit by unit. Errors: RULE_NOT_FOUND, RULE_NOT_CHECKABLE.",
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

@Resolver(() => QuotaCheck)
export class CarriedCheckResolver {
  @FieldResolver(() => CarriedCheck, {
    description:
      'The second reading: grouped on the map of `@asOf(map:)`, for reference ("tham khảo"). Error: MAP_NOT_LOADED.',
  })
  async carried(@Root() { rule }: QuotaCheck, @Ctx() { quotas, asOf }: ModelWardContext): Promise<CarriedCheck> {
    const { units, unplaced, firstMapDay } = await quotas.findCarried(rule.id, null);
    checkMapLoaded(asOf.map, firstMapDay);
    return checkCarried(asOf.map, units ?? [], unplaced);
  }
}

@Resolver(() => AdministrativeUnit)
export class ModelWardQuotaResolver {
  @FieldResolver(() => ModelWardQuota, {
    nullable: true,
    description:
      "What a rule asks of this unit on the rule's own map, whatever `@asOf(map:)` says; null where the rule does not name it: then `carriedModelWardQuota` may. Errors: RULE_NOT_FOUND, RULE_NOT_CHECKABLE.",
  })
  async modelWardQuota(
    @Root() { id }: AdministrativeUnit,
    @Arg('rule', () => ID, RULE_ARGUMENT) ruleId: string,
    @Ctx() { loaders }: ModelWardContext,
  ): Promise<ModelWardQuota | null> {
    const unit = await loaders.quotaByUnitId({ ruleId }).load(id);
    return unit && standingOf(unit);
  }

  @FieldResolver(() => CarriedQuota, {
    nullable: true,
    description:
      'The second reading, for reference: the units that a rule names and this one groups on the map asked; null where it groups none. Errors: RULE_NOT_FOUND, RULE_NOT_CHECKABLE.',
  })
  async carriedModelWardQuota(
    @Root() { id }: AdministrativeUnit,
    @Arg('rule', () => ID, RULE_ARGUMENT) ruleId: string,
    @Ctx() { loaders }: ModelWardContext,
  ): Promise<CarriedQuota | null> {
    const unit = await loaders.carriedQuotaByUnitId({ ruleId }).load(id);
    return unit && carriedStandingOf(unit);
  }
}
