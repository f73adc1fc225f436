import { Origin, UnitKind } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { QuotaVerdict } from './quota-enums';
import { QuotaRule } from './quota-rule';

@ObjectType({ description: 'A share of a number that the source prints: at least 30 % of 249 wards is 75.' })
export class QuotaShare {
  @Field({ description: 'In percent: "30".' })
  percent!: string;

  @Field(() => Int, { description: 'The printed number.' })
  of!: number;

  @Field({ description: 'What is counted, in Vietnamese.' })
  words!: string;
}

/** It has no field that leads back to a unit: such chains explode the gateway's planner. */
@ObjectType({
  description: 'What a rule asks of a unit, and what the unit has.',
})
export class ModelWardQuota {
  @Field(() => UnitKind, {
    description: "The unit's kind on the map that is read: the rule's own, or with `carried` the one asked.",
  })
  countedAs!: UnitKind;

  @Field(() => Int, { description: 'Wards that the unit must have at least.' })
  required!: number;

  @Field(() => Int, {
    description:
      'Wards that count: registered by the deadline, neither withdrawn nor revoked, and recognised where the rule counts that.',
  })
  held!: number;

  @Field(() => Int, { description: 'How many wards are missing; never negative.' })
  shortfall!: number;

  @Field({ description: 'held ≥ required.' })
  fulfilled!: boolean;

  @Field(() => Int, {
    description: 'Wards that do not count yet, but may still be recognised in time; 0 where registrations count.',
  })
  pending!: number;

  @Field(() => QuotaVerdict, { description: 'UNDECIDED where pending wards would fill the gap.' })
  verdict!: QuotaVerdict;

  @Field(() => QuotaShare, {
    nullable: true,
    description: 'What `required` is a share of; null where a number is asked.',
  })
  share!: QuotaShare | null;

  @Field(() => Int, { nullable: true, description: 'Of a share: how many wards may be without; else null.' })
  allowance!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a share: how many wards are without; else null.' })
  allowanceUsed!: number | null;

  @Field({ description: 'The standing in Vietnamese, with "[MÔ PHỎNG]" before it where it is synthetic.' })
  sentence!: string;

  @Field(() => Origin, { description: 'Where the counted registrations come from.' })
  origin!: Origin;
}

@ObjectType({ description: 'The standing of one unit that the rule names.' })
export class QuotaStanding extends ModelWardQuota {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'It may have ended since: then as it last was.' })
  unit!: AdministrativeUnit;
}

@ObjectType({ description: 'A quota rule checked unit by unit. A surplus elsewhere never fills a gap.' })
export class QuotaCheck {
  @Field(() => QuotaRule, { description: 'The rule that was checked.' })
  rule!: QuotaRule;

  @Field(() => Int, { description: 'Wards, summed over the units.' })
  required!: number;

  @Field(() => Int, {
    description: 'Wards that count, summed over the units; it may exceed `required` while units are short.',
  })
  held!: number;

  @Field(() => Int, { description: "Sum of the units' shortfalls." })
  shortfall!: number;

  @Field({ description: 'Whether every single unit has what it needs.' })
  fulfilled!: boolean;

  @Field(() => Origin, { description: 'Where the counted registrations come from.' })
  origin!: Origin;

  @Field(() => [String], { description: 'The check in Vietnamese sentences.' })
  sentences!: string[];

  @Field(() => [QuotaStanding], { description: 'Every unit that the rule names, in the order of the rule.' })
  standings!: QuotaStanding[];
}
