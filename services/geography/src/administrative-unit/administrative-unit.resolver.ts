import { type Connection, checkPageSize, createConnection, decodeCursor, Level } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { GeographyContext } from '../request-context';
import { AdministrativeUnit, Commune, CommuneConnection, Country, District, Province } from './administrative-unit';
import type { UnitRow } from './administrative-unit.repository';
import { findUnit } from './find-unit';
import { Language } from './language';

@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitResolver {
  @FieldResolver(() => String, { description: 'Without its kind: "Thái Nguyên", "Thai Nguyen".' })
  name(
    @Root() unit: UnitRow,
    @Arg('language', () => Language, { defaultValue: Language.VI }) language: Language,
  ): string {
    return language === Language.EN ? unit.nameEn : unit.nameVi;
  }

  @FieldResolver(() => String, { description: 'With its kind: "Tỉnh Thái Nguyên", "Thai Nguyen province".' })
  fullName(
    @Root() unit: UnitRow,
    @Arg('language', () => Language, { defaultValue: Language.VI }) language: Language,
  ): string {
    return language === Language.EN ? unit.fullNameEn : unit.fullNameVi;
  }

  @FieldResolver(() => AdministrativeUnit, { nullable: true, description: 'The unit directly above, on that map.' })
  parent(@Root() unit: UnitRow, @Ctx() { loaders }: GeographyContext): Promise<UnitRow | null> | null {
    return unit.parentId === null ? null : loaders.unitById.load(unit.parentId);
  }
}

@Resolver(() => Country)
export class CountryResolver {
  @Query(() => Country, { nullable: true, description: 'The whole country, on the map of `@asOf(map:)`.' })
  country(@Ctx() context: GeographyContext): Promise<UnitRow> {
    return findUnit(context, Level.COUNTRY, 'VN');
  }

  @FieldResolver(() => [Province], { description: '63 until 30 June 2025, 34 since.' })
  provinces(@Root() country: UnitRow, @Ctx() { loaders }: GeographyContext): Promise<UnitRow[]> {
    return loaders.childrenByParentId({ level: Level.PROVINCE }).load(country.id);
  }
}

@Resolver(() => Province)
export class ProvinceResolver {
  @Query(() => Province, { nullable: true, description: 'By its code on the map of `@asOf(map:)`.' })
  province(@Arg('code') code: string, @Ctx() context: GeographyContext): Promise<UnitRow> {
    return findUnit(context, Level.PROVINCE, code);
  }

  @FieldResolver(() => String, { nullable: true, description: 'One of six regions; they changed on 5 October 2025.' })
  region(@Root() province: UnitRow): string | null {
    return province.regionVi;
  }

  @FieldResolver(() => [District], { description: 'Empty after 30 June 2025.' })
  districts(@Root() province: UnitRow, @Ctx() { loaders }: GeographyContext): Promise<UnitRow[]> {
    return loaders.childrenByParentId({ level: Level.DISTRICT }).load(province.id);
  }

  @FieldResolver(() => CommuneConnection, { description: 'All commune-level units, in the order of their codes.' })
  communes(
    @Root() province: UnitRow,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: GeographyContext,
  ): Promise<CommunePage> {
    return pageCommunes(province, first, after, context);
  }
}

@Resolver(() => District)
export class DistrictResolver {
  @Query(() => District, { nullable: true, description: 'By its code on the map of `@asOf(map:)`.' })
  district(@Arg('code') code: string, @Ctx() context: GeographyContext): Promise<UnitRow> {
    return findUnit(context, Level.DISTRICT, code);
  }

  @FieldResolver(() => CommuneConnection, { description: 'Its commune-level units, in the order of their codes.' })
  communes(
    @Root() district: UnitRow,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: GeographyContext,
  ): Promise<CommunePage> {
    return pageCommunes(district, first, after, context);
  }
}

@Resolver(() => Commune)
export class CommuneResolver {
  @Query(() => Commune, { nullable: true, description: 'By its code on the map of `@asOf(map:)`.' })
  commune(@Arg('code') code: string, @Ctx() context: GeographyContext): Promise<UnitRow> {
    return findUnit(context, Level.COMMUNE, code);
  }
}

@Resolver(() => CommuneConnection)
export class CommuneConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { ancestorId }: CommunePage, @Ctx() { loaders }: GeographyContext): Promise<number> {
    return loaders.communeCountByAncestorId.load(ancestorId).then((found) => found?.count ?? 0);
  }
}

interface CommunePage extends Connection<UnitRow> {
  readonly ancestorId: string;
}

async function pageCommunes(
  ancestor: UnitRow,
  first: number,
  after: string | null | undefined,
  { loaders }: GeographyContext,
): Promise<CommunePage> {
  const page = { first: checkPageSize(first), after: decodeCursor(after) };
  const rows = await loaders.communesByAncestorId(page).load(ancestor.id);
  return { ...createConnection<UnitRow>(rows, page.first, (row) => row.code), ancestorId: ancestor.id };
}
