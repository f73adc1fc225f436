import { Field, Int, ObjectType } from 'type-graphql';
import { QuotaRule } from './quota-rule';
import { QuotaStanding } from './quota-standing';

@ObjectType({ description: 'A unit in its place.' })
export class QuotaPlace extends QuotaStanding {
  @Field(() => Int, { description: 'From 1; units that are equal share it, and the next place counts them all.' })
  rank!: number;

  @Field(() => Int, { description: 'How many units share the place, itself among them.' })
  tied!: number;
}

@ObjectType({
  description:
    'Units in order, with caution: by wards that are missing, then by the allowance that is used, never by a percent. Only units whose verdict is certain have a place.',
})
export class QuotaRanking {
  @Field(() => QuotaRule, { description: 'The rule.' })
  rule!: QuotaRule;

  @Field(() => [QuotaPlace], { description: 'Units with a certain verdict, fewest missing wards first.' })
  places!: QuotaPlace[];

  @Field(() => [QuotaStanding], { description: 'Units without a place, because decisions are still open.' })
  undecided!: QuotaStanding[];
}
