import { Origin, UnitKind } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { QuotaRule } from './quota-rule';

/** It has no field that leads back to a unit: such chains explode the gateway's planner. */
@ObjectType({ description: 'What a rule asks of a unit, and what the unit has; on the map of the rule.' })
export class ModelWardQuota {
  @Field(() => UnitKind, { description: "The unit's kind on the rule's map." })
  countedAs!: UnitKind;

  @Field(() => Int)
  required!: number;

  @Field(() => Int, { description: 'Wards that count under the rule.' })
  held!: number;

  @Field(() => Int, { description: 'How many wards are missing; never negative.' })
  shortfall!: number;

  @Field()
  fulfilled!: boolean;

  @Field(() => Origin, { description: 'Where the counted registrations come from.' })
  origin!: Origin;
}

@ObjectType({ description: 'The standing of one unit that the rule names.' })
export class QuotaStanding extends ModelWardQuota {
  @Field(() => AdministrativeUnit, { nullable: true })
  unit!: AdministrativeUnit;
}

@ObjectType({ description: 'A quota rule checked unit by unit. A surplus elsewhere never fills a gap.' })
export class QuotaCheck {
  @Field(() => QuotaRule)
  rule!: QuotaRule;

  @Field(() => Int, { description: 'Sum over the units.' })
  required!: number;

  @Field(() => Int, { description: 'Sum over the units; it may exceed `required` while units are short.' })
  held!: number;

  @Field(() => Int, { description: "Sum of the units' shortfalls." })
  shortfall!: number;

  @Field({ description: 'Whether every single unit has what it needs.' })
  fulfilled!: boolean;

  @Field(() => Origin, { description: 'Where the counted registrations come from.' })
  origin!: Origin;

  @Field(() => [QuotaStanding])
  standings!: QuotaStanding[];
}
