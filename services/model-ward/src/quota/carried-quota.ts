import { type Day, dateScalar } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { ModelWardQuota } from './quota-standing';

@ObjectType({
  description:
    'For reference: the units that a rule names, moved along lineage to the map of `@asOf(map:)` with what they need and what they have. It can hide gaps: a surplus of one fills the gap of another that it was merged with.',
})
export class CarriedQuota extends ModelWardQuota {
  @Field(() => Int, { description: 'How many units that the rule names are grouped here.' })
  units!: number;
}

@ObjectType({ description: 'The standing of one unit of the map asked.' })
export class CarriedStanding extends CarriedQuota {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'As it is on the map asked.' })
  unit!: AdministrativeUnit;
}

@ObjectType({
  description: "A rule's second reading, on another map than the rule's own. The rule is checked on its own map alone.",
})
export class CarriedCheck {
  @Field(() => dateScalar, { description: 'The map that groups: that of `@asOf(map:)`.' })
  map!: Day;

  @Field(() => Int, { description: 'Wards, summed over the units.' })
  required!: number;

  @Field(() => Int, { description: 'Wards that count, summed over the units.' })
  held!: number;

  @Field(() => Int, { description: "Sum of the groups' shortfalls; at most that of the rule's own map." })
  shortfall!: number;

  @Field({ description: 'Whether every group has what it needs, and every named unit could be placed.' })
  fulfilled!: boolean;

  @Field(() => Int, { description: 'Named units that were divided: in no group here.' })
  unplaced!: number;

  @Field(() => [CarriedStanding], { description: 'In the order of the rule, by the first unit of each group.' })
  standings!: CarriedStanding[];
}
