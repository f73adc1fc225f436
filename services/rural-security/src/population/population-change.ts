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
  description: 'Why a unit is counted in one of two years only.',
  valuesConfig: {
    JOINED: { description: 'Counted in `to` only.' },
    CHANGED_KIND: { description: 'Left: the unit goes on, but as another kind, such as a ward.' },
    WENT_INTO_OTHERS: { description: 'Left: the unit went into others.' },
    NO_KNOWN_SURVIVOR: { description: 'Left: the unit ended, and no unit that it went into is loaded.' },
  },
});

@ObjectType({ description: 'A unit that is counted in one of two years but not in the other.' })
export class PopulationChange {
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'As it is on the map of `@asOf(map:)`, else as it was nearest to it.',
  })
  unit!: AdministrativeUnit;

  @Field(() => PopulationChangeReason, { description: 'Why it joined or left.' })
  reason!: PopulationChangeReason;

  @Field(() => UnitKind, {
    nullable: true,
    description: 'Its kind on the day that `to` counts; null where it is gone.',
  })
  kindAfter!: UnitKind | null;
}

export const PopulationChangeConnection = createConnectionClass(PopulationChange, 'PopulationChange');

@ObjectType({ description: 'Why two years count different numbers of units: fromTotal − left + joined = toTotal.' })
export class PopulationChanges {
  @Field(() => dateScalar, { description: 'The day whose units the year `from` counts.' })
  fromCountedOn!: string;

  @Field(() => dateScalar, { description: 'The day whose units the year `to` counts.' })
  toCountedOn!: string;

  @Field(() => Int, { description: 'Units of the default population on `fromCountedOn`.' })
  fromTotal!: number;

  @Field(() => Int, { description: 'Units of the default population on `toCountedOn`.' })
  toTotal!: number;

  @Field(() => Int, { description: 'Units counted in `from` but not in `to`.' })
  left!: number;

  @Field(() => Int, { description: 'Units counted in `to` but not in `from`.' })
  joined!: number;
}
