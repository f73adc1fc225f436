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
import type { ModelWardContext } from '../request-context';
import { presentWard } from './present-ward';
import { ModelWardEntry, ModelWardEntryConnection } from './ward-entry';
import { WardState } from './ward-state';

export const ModelWardEntryCountResolver = createTotalCountResolver(ModelWardEntryConnection);

@Resolver()
export class WardListResolver {
  @Query(() => ModelWardEntryConnection, {
    nullable: true,
    description:
      'Wards whose police is registered for the pilot, or was, by their codes. Published wards are not among them: see `publishedModelWards`. Errors: MAP_NOT_LOADED, UNIT_NOT_FOUND, PAGE_TOO_LARGE, BAD_USER_INPUT.',
  })
  async modelWards(
    @Arg('within', () => ID, {
      nullable: true,
      description:
        'Id of a unit on the map of `@asOf(map:)`; left out: everywhere. Wards of other maps are grouped by lineage.',
    })
    within: string | null,
    @Arg('states', () => [WardState], { nullable: true, description: 'Only these; left out: all.' })
    states: WardState[] | null,
    @Arg('year', () => Int, { nullable: true, description: 'Only wards that are scored or recognised for it.' })
    year: number | null,
    @Arg('first', () => Int, { ...PAGE_SIZE_ARGUMENT, defaultValue: 100 }) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null,
    @Ctx() context: ModelWardContext,
  ): Promise<CountedPage<ModelWardEntry>> {
    const question = { within: within ?? null, states: states ?? null, year: year ?? null };
    const { wardList, criteriaSets } = context;
    const rows = await wardList.findPage(question, checkPageSize(first) + 1, decodeCursor(after));
    if (rows.length === 0) await wardList.checkWithin(question.within);
    return createCountedPage(rows, first, {
      keyOf: (row) => row.place,
      present: (row) => ({ unit: { id: row.wardId }, modelWard: presentWard(row, criteriaSets) }),
      count: () => wardList.count(question),
    });
  }
}
