import { Field, Int, ObjectType } from 'type-graphql';
import { AttainmentType, type ShownAttainment } from './attainment-type';

/** It names the unit by code and name alone: no way leads from a facet back to units. */
@ObjectType({ description: 'Where one unit of an earlier map stands against the target that was set for it.' })
export class OwnMapAttainment {
  @Field({ description: 'On the map of the counting day, with its leading zeros.' })
  code!: string;

  @Field({ description: 'In Vietnamese, with its kind, on that map: "Tỉnh Bắc Kạn".' })
  fullName!: string;

  @Field(() => AttainmentType, { description: 'As it is answered for this unit on the map of `countedOn`.' })
  attainment!: ShownAttainment;
}

@ObjectType({
  description:
    'The second reading of a unit that groups units of an earlier map. Targets keep the map that they were set on, and rounding can make the two readings differ: 99 % of 121 and of 95 communes lets one commune fail, 99 % of the 216 together lets two.',
})
export class OwnMapReading {
  @Field(() => [OwnMapAttainment], { description: 'In the order of their codes; at least one.' })
  units!: OwnMapAttainment[];

  @Field(() => Int, { nullable: true, description: 'The sum of what the units need; null where one has no target.' })
  requiredCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The sum of what the units lack if all unknowns fail: a surplus of one never fills the gap of another. Null where one has no target.',
  })
  shortfall!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same if all unknowns pass.' })
  shortfallIfUnknownsPass!: number | null;

  @Field(() => Int, { description: 'How many of the units attained their target.' })
  attainedUnits!: number;
}

/** Null for no units: a unit that counts for itself has one reading. */
export function readOnOwnMap(units: OwnMapAttainment[]): OwnMapReading | null {
  if (units.length === 0) return null;
  const sumOf = (name: 'requiredCount' | 'shortfall' | 'shortfallIfUnknownsPass') =>
    units.reduce<number | null>((sum, { attainment: { total, target, [name]: count } }) => {
      // a unit without any of the population needs nothing
      if (sum === null || (count === null && (target === null || total > 0))) return null;
      return sum + (count ?? 0);
    }, 0);
  return {
    units,
    requiredCount: sumOf('requiredCount'),
    shortfall: sumOf('shortfall'),
    shortfallIfUnknownsPass: sumOf('shortfallIfUnknownsPass'),
    attainedUnits: units.filter(({ attainment }) => attainment.verdict === 'ATTAINED').length,
  };
}
