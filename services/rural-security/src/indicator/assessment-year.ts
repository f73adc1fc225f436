import { type Day, dateScalar, SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What holds for an indicator in one assessment year.' })
export class AssessmentYear {
  @Field(() => Int, { description: 'Named by the calendar year in which its window ends.' })
  year!: number;

  @Field({ description: 'The `version` of the criteria set that decides in it.' })
  criteriaVersion!: string;

  @Field(() => dateScalar, { description: 'First day of the assessment window.' })
  windowFrom!: Day;

  @Field(() => dateScalar, { description: 'Last day of the assessment window.' })
  windowTo!: Day;

  @Field(() => SourceStatus, { description: 'How sure the window is: for 19.2 it is an inference.' })
  windowStatus!: SourceStatus;

  @Field(() => dateScalar, {
    nullable: true,
    description: 'Last day to submit without being late; null: the end of the window.',
  })
  submitBy!: Day | null;

  @Field(() => dateScalar, { description: 'The day whose units it counts; `@asOf(map:)` only groups them.' })
  countedOn!: Day;

  @Field({ description: 'Why that day, in Vietnamese.' })
  countedOnBasis!: string;
}
