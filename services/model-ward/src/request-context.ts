import {
  batchOne,
  createRequestContext,
  type Database,
  type InternalIdentity,
  loaderByArguments,
  type RequestContext,
} from '@tieuchi/subgraph-kit';
import { QuotaRepository } from './quota/quota.repository';
import { requireRule } from './quota/require-rule';

export interface ModelWardContext extends RequestContext {
  readonly quotas: QuotaRepository;
  readonly loaders: ReturnType<typeof createLoaders>;
}

export function createModelWardContext(database: Database, identity: InternalIdentity): ModelWardContext {
  const context = createRequestContext(identity);
  const quotas = new QuotaRepository(database, context.actor, context.asOf);
  return { ...context, quotas, loaders: createLoaders(quotas) };
}

function createLoaders(quotas: QuotaRepository) {
  return {
    quotaByUnitId: loaderByArguments(({ ruleId }: { ruleId: string }) =>
      batchOne(
        async (ids: readonly string[]) => requireRule(ruleId, await quotas.findStandings(ruleId, ids)).units,
        (unit) => unit.unitId,
      ),
    ),
    carriedQuotaByUnitId: loaderByArguments(({ ruleId }: { ruleId: string }) =>
      batchOne(
        async (ids: readonly string[]) => {
          const [{ units }, standings] = await Promise.all([
            quotas.findCarried(ruleId, ids),
            quotas.findStandings(ruleId, []),
          ]);
          requireRule(ruleId, standings);
          return units ?? [];
        },
        (unit) => unit.unitId,
      ),
    ),
  };
}
