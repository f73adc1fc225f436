import { hidesNames } from '@tieuchi/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { ModelWardCriteriaSet } from '../criteria/criteria-set';
import type { ModelWardContext } from '../request-context';
import { ModelWard } from './model-ward';
import { ModelWardRevision } from './model-ward-revision';
import { presentWard } from './present-ward';

@Resolver(() => AdministrativeUnit)
export class UnitModelWardResolver {
  @FieldResolver(() => ModelWard, {
    nullable: true,
    description:
      'Of a ward: its police on the way to recognition; null for other units and where nothing is recorded. Wards of earlier maps are their own units.',
  })
  async modelWard(@Root() { id }: AdministrativeUnit, @Ctx() context: ModelWardContext): Promise<ModelWard | null> {
    const row = await context.loaders.wardByUnitId.load(id);
    return row && presentWard(row, context.actor, context.criteriaSets);
  }
}

@Resolver(() => ModelWard)
export class ModelWardResolver {
  @FieldResolver(() => ModelWardCriteriaSet, {
    nullable: true,
    description: 'The criteria of its year; null where the year is not recorded.',
  })
  criteriaSet(@Root() { year }: ModelWard, @Ctx() { criteriaSets }: ModelWardContext): ModelWardCriteriaSet | null {
    return year === null ? null : criteriaSets.ofYear(year).set;
  }

  @FieldResolver(() => [ModelWardRevision], {
    description: 'All that was recorded of it, oldest first, as far as it was known on the day asked.',
  })
  async history(
    @Root() { wardId }: ModelWard,
    @Ctx() { loaders, actor }: ModelWardContext,
  ): Promise<ModelWardRevision[]> {
    const revisions = await loaders.historyByUnitId.load(wardId);
    if (!hidesNames(actor)) return revisions;
    return revisions.map((revision) => ({ ...revision, recordedBy: null, enteredFor: null }));
  }
}
