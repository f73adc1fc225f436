import {
  type CountedPage,
  checkPageSize,
  createCountedPage,
  createTotalCountResolver,
  decodeCursor,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
} from '@tieuchi/subgraph-kit';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { checkMapLoaded } from '../administrative-unit/loaded-map';
import type { ModelWardContext } from '../request-context';
import { QuotaWard, QuotaWardConnection } from './quota-ward';
import type { QuotaWardRow } from './quota-ward.repository';
import { exclusionSentence } from './quota-words';
import { requireRule } from './require-rule';

export const QuotaWardCountResolver = createTotalCountResolver(QuotaWardConnection);

@Resolver()
export class QuotaWardResolver {
  @Query(() => QuotaWardConnection, {
    nullable: true,
    description:
      'Every registered ward under a rule, by code: those that count and those that do not, each with its reason. Errors: RULE_NOT_FOUND, RULE_NOT_CHECKABLE, MAP_NOT_LOADED, PAGE_TOO_LARGE, BAD_USER_INPUT.',
  })
  async quotaWards(
    @Arg('rule', () => ID, { description: 'An id of `quotaRules`: "mps-2022-11".' }) ruleId: string,
    @Arg('counts', () => Boolean, {
      nullable: true,
      description: 'True: only wards that count; false: only those that do not; left out: all.',
    })
    counts: boolean | null,
    @Arg('first', () => Int, { ...PAGE_SIZE_ARGUMENT, defaultValue: 100 }) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null,
    @Ctx() { quotas, quotaWards, asOf }: ModelWardContext,
  ): Promise<CountedPage<QuotaWard>> {
    const question = { ruleId, counts: counts ?? null };
    const [rows, standings] = await Promise.all([
      quotaWards.findPage(question, checkPageSize(first) + 1, decodeCursor(after)),
      quotas.findStandings(ruleId, []),
    ]);
    requireRule(ruleId, standings);
    checkMapLoaded(asOf.map, standings.firstMapDay);
    return createCountedPage(rows, first, {
      keyOf: (row) => row.place,
      present,
      count: () => quotaWards.count(question),
    });
  }
}

function present(row: QuotaWardRow): QuotaWard {
  const { wardId, underId, reason, state, registeredOn, recognisedForYear, origin } = row;
  return {
    unit: { id: wardId },
    under: underId === null ? null : { id: underId },
    state,
    registeredOn,
    recognisedForYear,
    counts: reason === null,
    reason,
    sentence: reason === null ? null : exclusionSentence({ ...row, reason }),
    origin,
  };
}
