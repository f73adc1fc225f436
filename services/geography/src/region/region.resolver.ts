import { LANGUAGE_ARGUMENT, Language, Level } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Province } from '../administrative-unit/administrative-unit';
import type { UnitRow } from '../administrative-unit/administrative-unit.repository';
import { findUnit } from '../administrative-unit/find-unit';
import { readRegions } from '../reference/reference-facts';
import type { GeographyContext } from '../request-context';
import { Region, type RegionRow } from './region';
import { regionsOn } from './regions-on';

const REGIONS = readRegions();

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => [Region], {
    nullable: true,
    description:
      'The six regions of the map of `@asOf(map:)`. From 1 July to 4 October 2025 a province joined from several regions is in none of them. Error: MAP_NOT_LOADED.',
  })
  async regions(@Ctx() context: GeographyContext): Promise<RegionRow[]> {
    const country = await findUnit(context, Level.COUNTRY, 'VN');
    const provinces = await context.loaders.childrenByParentId({ level: Level.PROVINCE }).load(country.id);
    return regionsOn(context.asOf.map, REGIONS, provinces);
  }

  @FieldResolver(() => String, { description: '"Đồng bằng sông Hồng", "Red River Delta".' })
  name(@Root() region: RegionRow, @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language): string {
    return language === Language.EN ? region.nameEn : region.nameVi;
  }

  @FieldResolver(() => [Province], { description: 'In the order of their codes.' })
  provinces(@Root() { provinces }: RegionRow): readonly UnitRow[] {
    return provinces;
  }

  @FieldResolver(() => Boolean, {
    description:
      'False while some province of the map lies in no region: then its provinces are not all that belongs to it.',
  })
  isComplete(@Root() region: RegionRow): boolean {
    return region.isComplete;
  }

  @FieldResolver(() => [ID], { description: 'For the services that count: the ids of its provinces, if they are all.' })
  @Directive('@inaccessible')
  provinceIds(@Root() { provinces, isComplete }: RegionRow): string[] {
    return isComplete ? provinces.map(({ id }) => id) : [];
  }

  @FieldResolver(() => String, { description: 'As a sentence names it: "Vùng Đồng bằng sông Hồng".' })
  @Directive('@inaccessible')
  placeName(@Root() { nameVi }: RegionRow): string {
    return `Vùng ${nameVi}`;
  }
}
