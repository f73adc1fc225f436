import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { ModelWardContext } from '../request-context';
import { checkQuota } from './check-quota';
import { QuotaVerdict } from './quota-enums';
import { QuotaRanking } from './quota-ranking';
import { rankStandings } from './rank-standings';
import { requireRule } from './require-rule';

@Resolver()
export class QuotaRankingResolver {
  @Query(() => QuotaRanking, {
    nullable: true,
    description:
      "The units that a rule names in order, on the rule's own map. Errors: RULE_NOT_FOUND, RULE_NOT_CHECKABLE.",
  })
  async quotaRanking(
    @Arg('rule', () => ID, { description: 'An id of `quotaRules`: "mps-2022-11".' }) ruleId: string,
    @Ctx() { quotas }: ModelWardContext,
  ): Promise<QuotaRanking> {
    const { rule, origin, units } = requireRule(ruleId, await quotas.findStandings(ruleId, null));
    const { standings } = checkQuota(rule, origin, units);
    return {
      rule,
      places: rankStandings(standings),
      undecided: standings.filter(({ verdict }) => verdict === QuotaVerdict.UNDECIDED),
    };
  }
}
