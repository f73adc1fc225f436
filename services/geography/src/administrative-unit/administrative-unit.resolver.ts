import {
  type Connection,
  checkPageSize,
  createConnection,
  decodeCursor,
  LANGUAGE_ARGUMENT,
  Language,
  Level,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
} from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { GeographyContext } from '../request-context';
import { AdministrativeUnit, Commune, CommuneConnection, Country, District, Province } from './administrative-unit';
import type { UnitRow } from './administrative-unit.repository';
import { findUnit } from './find-unit';

const BY_CODE_ERRORS =
  'Errors: UNIT_NOT_FOUND, which says what became of an earlier unit with that code; MAP_NOT_LOADED.';

@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitResolver {
  @FieldResolver(() => String, { description: 'Without its kind: "Thái Nguyên", "Thai Nguyen".' })
  name(@Root() unit: UnitRow, @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language): string {
    return language === Language.EN ? unit.nameEn : unit.nameVi;
  }

  @FieldResolver(() => String, { description: 'With its kind: "Tỉnh Thái Nguyên", "Thai Nguyen province".' })
  fullName(@Root() unit: UnitRow, @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language): string {
    return language === Language.EN ? unit.fullNameEn : unit.fullNameVi;
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description:
      'The unit directly above, on that map: of a commune its district until 30 June 2025, its province since. Null for the country.',
  })
  parent(@Root() unit: UnitRow, @Ctx() { loaders }: GeographyContext): Promise<UnitRow | null> | null {
    return unit.parentId === null ? null : loaders.unitById.load(unit.parentId);
  }
}

@Resolver(() => Country)
export class CountryResolver {
  @Query(() => Country, {
    nullable: true,
    description: 'The whole country, on the map of `@asOf(map:)`. Error: MAP_NOT_LOADED.',
  })
  country(@Ctx() context: GeographyContext): Promise<UnitRow> {
    return findUnit(context, Level.COUNTRY, 'VN');
  }

  @FieldResolver(() => [Province], { description: 'In the order of their codes: 63 until 30 June 2025, 34 since.' })
  provinces(@Root() country: UnitRow, @Ctx() { loaders }: GeographyContext): Promise<UnitRow[]> {
    return loaders.childrenByParentId({ level: Level.PROVINCE }).load(country.id);
  }
}

@Resolver(() => Province)
export class ProvinceResolver {
  @Query(() => Province, {
    nullable: true,
    description: `A province, by its code on the map of \`@asOf(map:)\`. ${BY_CODE_ERRORS}`,
  })
  province(
    @Arg('code', { description: 'With its leading zeros: "01", "19".' }) code: string,
    @Ctx() context: GeographyContext,
  ): Promise<UnitRow> {
    return findUnit(context, Level.PROVINCE, code);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'One of six regions, in Vietnamese; they changed on 5 October 2025. Null from 1 July 2025 until then for a province joined from several.',
  })
  region(@Root() province: UnitRow): string | null {
    return province.regionVi;
  }

  @FieldResolver(() => [District], { description: 'In the order of their codes; empty after 30 June 2025.' })
  districts(@Root() province: UnitRow, @Ctx() { loaders }: GeographyContext): Promise<UnitRow[]> {
    return loaders.childrenByParentId({ level: Level.DISTRICT }).load(province.id);
  }

  @FieldResolver(() => CommuneConnection, { description: 'All its commune-level units, in the order of their codes.' })
  communes(
    @Root() province: UnitRow,
    @Arg('first', () => Int, PAGE_SIZE_ARGUMENT) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null | undefined,
    @Ctx() context: GeographyContext,
  ): Promise<CommunePage> {
    return pageCommunes(province, first, after, context);
  }
}

@Resolver(() => District)
export class DistrictResolver {
  @Query(() => District, {
    nullable: true,
    description: `A district; there are none after 30 June 2025, by its code on the map of \`@asOf(map:)\`. ${BY_CODE_ERRORS}`,
  })
  district(
    @Arg('code', { description: 'With its leading zeros: "001".' }) code: string,
    @Ctx() context: GeographyContext,
  ): Promise<UnitRow> {
    return findUnit(context, Level.DISTRICT, code);
  }

  @FieldResolver(() => CommuneConnection, { description: 'Its commune-level units, in the order of their codes.' })
  communes(
    @Root() district: UnitRow,
    @Arg('first', () => Int, PAGE_SIZE_ARGUMENT) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null | undefined,
    @Ctx() context: GeographyContext,
  ): Promise<CommunePage> {
    return pageCommunes(district, first, after, context);
  }
}

@Resolver(() => Commune)
export class CommuneResolver {
  @Query(() => Commune, {
    nullable: true,
    description: `A commune-level unit, by its code on the map of \`@asOf(map:)\`. ${BY_CODE_ERRORS}`,
  })
  commune(
    @Arg('code', { description: 'With its leading zeros: "00001".' }) code: string,
    @Ctx() context: GeographyContext,
  ): Promise<UnitRow> {
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
