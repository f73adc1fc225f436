import {
  type AsOf,
  batchMany,
  batchOne,
  createRequestContext,
  type Database,
  type InternalIdentity,
  loaderByArguments,
  type RequestContext,
} from '@tieuchi/subgraph-kit';
import type { CriteriaSets } from './criteria/criteria-sets';
import type { ModelWard } from './pilot-ward/model-ward';
import { PilotWardRepository } from './pilot-ward/pilot-ward.repository';
import { presentWard } from './pilot-ward/present-ward';
import { WardListRepository } from './pilot-ward/ward-list.repository';
import { PublishedRepository } from './published/published.repository';
import type { PublishedFile } from './published/published-file';
import { QuotaRepository } from './quota/quota.repository';
import { QuotaWardRepository } from './quota/quota-ward.repository';
import { requireRule } from './quota/require-rule';
import { WardDesk } from './ward-life/ward-desk';

/** What the service's files say, read once at its start. */
export interface ShippedData {
  readonly published: PublishedFile;
  readonly criteriaSets: CriteriaSets;
}

export interface ModelWardContext extends RequestContext, ShippedData {
  readonly publishedUnits: PublishedRepository;
  readonly quotas: QuotaRepository;
  readonly quotaWards: QuotaWardRepository;
  readonly wardList: WardListRepository;
  /** Takes the steps of a ward's life. */
  readonly desk: WardDesk;
  /** A ward as it stands after a step of this request. */
  readWard(unitId: string): Promise<ModelWard | null>;
  readonly loaders: ReturnType<typeof createLoaders>;
}

/** @param shipped what the service's files say, read once at its start */
export function createModelWardContext(
  database: Database,
  identity: InternalIdentity,
  shipped: ShippedData,
): ModelWardContext {
  const context = createRequestContext(identity);
  const { actor, asOf } = context;
  const { criteriaSets } = shipped;
  const quotas = new QuotaRepository(database, actor, asOf);
  const wards = new PilotWardRepository(database, actor);
  return {
    publishedUnits: new PublishedRepository(database, actor),
    ...context,
    ...shipped,
    quotas,
    quotaWards: new QuotaWardRepository(database, actor, asOf),
    wardList: new WardListRepository(database, actor, asOf),
    desk: new WardDesk(database, actor, asOf, criteriaSets),
    async readWard(unitId) {
      const [row] = await wards.findByWardIds([unitId], null);
      return row ? presentWard(row, criteriaSets) : null;
    },
    loaders: createLoaders(quotas, wards, asOf),
  };
}

function createLoaders(quotas: QuotaRepository, wards: PilotWardRepository, asOf: AsOf) {
  return {
    wardByUnitId: batchOne(
      (ids: readonly string[]) => wards.findByWardIds(ids, asOf),
      (row) => row.wardId,
    ),
    historyByUnitId: batchMany(
      (ids: readonly string[]) => wards.findHistoryByWardIds(ids, asOf),
      (revision) => revision.wardId,
    ),
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
