import { createConnectionClass, dateScalar, UnitKind } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';

export enum PopulationChangeReason {
  JOINED = 'JOINED',
  CHANGED_KIND = 'CHANGED_KIND',
  WENT_INTO_OTHERS = 'WENT_INTO_OTHERS',
  NO_KNOWN_SURVIVOR = 'NO_KNOWN_SURVIVOR',
}

registerEnumType(PopulationChangeReason, {
  name: 'PopulationChangeReason',
  description:
    'JOINED: counted in the later year only. Else counted in the earlier year only: it became another kind (a ward), went into other units, or ended without a survivor that is loaded.',
});

@ObjectType({ description: 'A unit that is counted in one of two years but not in the other.' })
export class PopulationChange {
  @Field(() => AdministrativeUnit, { nullable: true })
  unit!: AdministrativeUnit;

  @Field(() => PopulationChangeReason)
  reason!: PopulationChangeReason;

  @Field(() => UnitKind, {
    nullable: true,
    description: 'Its kind on the map of the later year; null where it is gone.',
  })
  kindAfter!: UnitKind | null;
}

export const PopulationChangeConnection = createConnectionClass(PopulationChange, 'PopulationChange');

@ObjectType({ description: 'Why two years count different numbers of units: fromTotal − left + joined = toTotal.' })
export class PopulationChanges {
  @Field(() => dateScalar)
  fromCountedOn!: string;

  @Field(() => dateScalar)
  toCountedOn!: string;

  @Field(() => Int)
  fromTotal!: number;

  @Field(() => Int)
  toTotal!: number;

  @Field(() => Int)
  left!: number;

  @Field(() => Int)
  joined!: number;
}
