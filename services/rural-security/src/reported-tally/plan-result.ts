import { Origin } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum PlanBasis {
  TARGET = 'TARGET',
  REPORTED = 'REPORTED',
}

registerEnumType(PlanBasis, {
  name: 'PlanBasis',
  description: 'Where the number of a plan stands.',
  valuesConfig: {
    TARGET: { description: 'An interim target of a programme, in units, of this unit itself.' },
    REPORTED: { description: 'A reported tally that is a plan.' },
  },
});

@ObjectType({
  description:
    'How many units were to meet an indicator in a year, and how many did. A plan is never a result: where no result is known it is null, never 0.',
})
export class PlanResult {
  @Field(() => Int, { description: 'The year that the plan is for.' })
  year!: number;

  @Field(() => Int, { description: 'Units that are to meet it.' })
  plan!: number;

  @Field(() => PlanBasis, { description: 'Where the number stands.' })
  basis!: PlanBasis;

  @Field({ description: 'The paper of the plan.' })
  planSource!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Units that met it: the recorded ones, or else those of the latest result that was reported for the year; null where neither is known.',
  })
  result!: number | null;

  @Field(() => Origin, { nullable: true, description: 'Where the result comes from; null without one.' })
  resultOrigin!: Origin | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Recorded units without a result: while there are any, `result` may grow. Null of a reported result.',
  })
  resultUnknown!: number | null;

  @Field(() => Int, { nullable: true, description: 'Result minus plan; null without a result.' })
  difference!: number | null;

  nounVi!: string;
  nounEn!: string;
}
