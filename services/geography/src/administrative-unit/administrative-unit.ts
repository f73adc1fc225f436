import { createConnectionClass, dateScalar, Level, UnitKind } from '@tieuchi/subgraph-kit';
import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import type { UnitRow } from './administrative-unit.repository';

const TYPE_NAMES: Readonly<Record<Level, string>> = {
  COUNTRY: 'Country',
  PROVINCE: 'Province',
  DISTRICT: 'District',
  COMMUNE: 'Commune',
};

/**
 * A unit as a row shows it on the day of the map. The fields that ask further (names by language, parent, lineage)
 * are the resolver's.
 */
@InterfaceType({
  description:
    'A unit of the administrative map, at whatever level. Other services add their facets to all levels at once.',
  resolveType: (unit: UnitRow) => TYPE_NAMES[unit.level],
})
@Directive('@key(fields: "id")')
export abstract class AdministrativeUnit {
  @Field(() => ID, {
    description: 'Opaque and stable: it survives a new name or kind, and ends with a merger or a split.',
  })
  id!: string;

  @Field({
    description:
      'The statistics office\'s code on that map, as text with its leading zeros: "19", "001", "00001"; the country is "VN". Not a key over time.',
  })
  code!: string;

  @Field(() => Level, { description: 'A unit never changes its level; its successors may be of another.' })
  level!: Level;

  @Field(() => UnitKind, { description: 'On the map of `@asOf(map:)`; it may change while the unit stays the same.' })
  kind!: UnitKind;

  @Field(() => dateScalar, {
    nullable: true,
    description:
      'First day of this unit, inclusive; null where the first loaded state of the map (31 December 2022) has it already.',
  })
  validFrom!: string | null;

  @Field({
    description:
      'True where its identity rests on an equal code across a gap between loaded maps (31 December 2022 – 30 June 2025): an assumption.',
  })
  continuityAssumed!: boolean;

  @Field(() => dateScalar, {
    nullable: true,
    description: 'Last day of this unit, inclusive; null while no end is loaded.',
  })
  validTo!: string | null;
}

@ObjectType({ implements: AdministrativeUnit, description: 'Việt Nam.' })
@Directive('@key(fields: "id")')
export class Country extends AdministrativeUnit {}

@ObjectType({ implements: AdministrativeUnit, description: 'Tỉnh or thành phố trực thuộc Trung ương.' })
@Directive('@key(fields: "id")')
export class Province extends AdministrativeUnit {}

@ObjectType({ implements: AdministrativeUnit, description: 'A district-level unit; none after 30 June 2025.' })
@Directive('@key(fields: "id")')
export class District extends AdministrativeUnit {}

@ObjectType({ implements: AdministrativeUnit, description: 'A commune-level unit: xã, phường, thị trấn or đặc khu.' })
@Directive('@key(fields: "id")')
export class Commune extends AdministrativeUnit {}

export const CommuneConnection = createConnectionClass(Commune, 'Commune');
