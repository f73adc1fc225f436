import { dateTimeScalar } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { AssessmentState, UnknownReason, Verdict } from './assessment-enums';

@ObjectType({ description: 'How an assessment stood between two steps. Rows are closed, never changed.' })
export class AssessmentRevision {
  @Field(() => Int, { description: 'Counts from 1.' })
  version!: number;

  @Field(() => AssessmentState, { description: 'The state that the step led to.' })
  state!: AssessmentState;

  @Field(() => Verdict, { description: 'What held then.' })
  verdict!: Verdict;

  @Field(() => UnknownReason, { nullable: true, description: 'Set exactly where the verdict was UNKNOWN.' })
  unknownReason!: UnknownReason | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned or revoked, in Vietnamese; else null.' })
  reason!: string | null;

  @Field(() => dateTimeScalar, { description: 'When it was recorded.' })
  recordedFrom!: string;

  @Field(() => dateTimeScalar, { nullable: true, description: 'When the next step closed it; null: it stands.' })
  recordedTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Who took the step; null for PUBLIC and VIEWER.' })
  recordedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who was answerable in the unit where somebody else entered it; null for PUBLIC and VIEWER.',
  })
  enteredFor!: string | null;
}
