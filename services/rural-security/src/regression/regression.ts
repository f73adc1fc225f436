import { createConnectionClass } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { AssessmentState, Verdict } from '../assessment/assessment-enums';

@ObjectType({
  description: 'A unit that met in the year before and does not meet now. It is the same unit in both years.',
})
export class Regression {
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'As it is on the map of `@asOf(map:)`, else as it was nearest to it.',
  })
  unit!: AdministrativeUnit;

  @Field(() => Verdict, { description: 'Of the year before: MET.' })
  verdictBefore!: Verdict;

  @Field(() => Verdict, { description: 'Of the year asked: NOT_MET. An unknown result is no regression.' })
  verdict!: Verdict;

  @Field(() => AssessmentState, { description: 'Of the year asked; REVOKED where it had been confirmed first.' })
  state!: AssessmentState;

  @Field(() => [Int], { description: 'Numbers of the contents that are NOT_MET now; empty where none is kept.' })
  failingItems!: number[];

  @Field(() => String, { nullable: true, description: 'The paper that confirmed the year before; null without one.' })
  beforeDecisionNumber!: string | null;
}

export const RegressionConnection = createConnectionClass(Regression, 'Regression');
