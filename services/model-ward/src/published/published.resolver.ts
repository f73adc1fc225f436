import { Level, Origin } from '@tieuchi/subgraph-kit';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { ModelWardContext } from '../request-context';
import { PublishedModelWard, PublishedModelWardFigure } from './published-ward';

@Resolver()
export class PublishedResolver {
  @Query(() => [PublishedModelWard], {
    nullable: true,
    description: 'Real wards with published results: as printed, not scored here, in no count.',
  })
  async publishedModelWards(@Ctx() { published, publishedUnits }: ModelWardContext): Promise<PublishedModelWard[]> {
    const { wards } = published;
    const ids = await publishedUnits.findUnitIds(wards.map(({ code, map }) => ({ level: Level.COMMUNE, code, map })));
    return wards.map((ward, index) => ({ ...ward, unit: unitOf(ids[index]), origin: Origin.PUBLISHED }));
  }

  @Query(() => [PublishedModelWardFigure], {
    nullable: true,
    description: 'Numbers of wards as papers print them. `differs` flags a headline whose parts add up to another.',
  })
  async publishedModelWardFigures(
    @Ctx() { published, publishedUnits }: ModelWardContext,
  ): Promise<PublishedModelWardFigure[]> {
    const { figures } = published;
    const ids = await publishedUnits.findUnitIds(figures.map(({ level, code, map }) => ({ level, code, map })));
    return figures.map((figure, index) => ({
      ...figure,
      ...addUp(figure.parts, figure.printed),
      unit: unitOf(ids[index]),
      origin: Origin.PUBLISHED,
    }));
  }
}

function unitOf(id: string | null | undefined): { id: string } | null {
  return id == null ? null : { id };
}

/** 14 + 6 + 3 is 23, and the paper says 24: both stay. */
function addUp(parts: readonly number[], printed: number) {
  if (parts.length === 0) return { sumOfParts: null, differs: false };
  const sumOfParts = parts.reduce((sum, part) => sum + part, 0);
  return { sumOfParts, differs: sumOfParts !== printed };
}
