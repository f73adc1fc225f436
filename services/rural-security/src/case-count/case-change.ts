import { decimalScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { Verdict } from '../assessment/assessment-enums';

@ObjectType({
  description:
    'Cases of a locality against its base year: a shape of its own, without a rate or an attainment percent. A count that is not known is null, never 0.',
})
export class CaseChange {
  @Field(() => Int, { description: 'The year that the target compares with: 2019.' })
  baselineYear!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Cases of that year; of a province that was made of whole ones their sum, if all are known.',
  })
  baselineCases!: number | null;

  @Field(() => Int, { nullable: true, description: 'Cases of the year asked, by the same rule.' })
  cases!: number | null;

  @Field(() => Int, { nullable: true, description: 'Most cases that satisfy the target; null without a baseline.' })
  allowedCases!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Cases above the allowed ones, 0 where there are none; null unless both are known.',
  })
  excess!: number | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description: 'Negative for fewer cases: "-4.99"; null unless both are known, and after a baseline of 0.',
  })
  changePercent!: string | null;

  @Field(() => Verdict, { description: 'UNKNOWN unless both counts are known.' })
  verdict!: Verdict;

  @Field(() => decimalScalar, { description: 'By how many percent at least the cases must be fewer: "5".' })
  targetPercent!: string;

  @Field({ description: 'The paper that sets the target, in Vietnamese; its own stands before the national one.' })
  targetSource!: string;

  @Field(() => String, { nullable: true, description: 'Where `cases` come from, in Vietnamese; null where not known.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'Where `baselineCases` come from; null where not known.' })
  baselineSource!: string | null;

  @Field(() => Origin, { description: 'Of the counts; without one, what the installation holds.' })
  origin!: Origin;
}
