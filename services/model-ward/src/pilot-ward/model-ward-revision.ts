import { type Day, dateScalar, dateTimeScalar } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { WardState } from './ward-state';

@ObjectType({ description: 'One step of the police of a ward, as it was recorded.' })
export class ModelWardRevision {
  @Field(() => Int, { description: 'From 1.' })
  version!: number;

  @Field(() => WardState, { description: 'The state that the step led to.' })
  state!: WardState;

  @Field(() => Int, { nullable: true, description: 'The year that it was scored for.' })
  year!: number | null;

  @Field(() => Int, { nullable: true, description: 'Criteria met by the ward itself.' })
  selfMet!: number | null;

  @Field(() => Int, { nullable: true, description: 'The total that the paper of the ward prints; null without one.' })
  selfPrintedMet!: number | null;

  @Field(() => Int, { nullable: true, description: 'Criteria met as appraised.' })
  appraisedMet!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The total that the paper of the appraisal prints; null without one.',
  })
  appraisedPrintedMet!: number | null;

  @Field(() => Int, { nullable: true, description: 'The year of the recognition then in force.' })
  recognisedForYear!: number | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision of the step.' })
  decisionNumber!: string | null;

  @Field(() => dateScalar, { nullable: true, description: 'The day of that decision.' })
  decidedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Why, in Vietnamese; else null.' })
  reason!: string | null;

  @Field(() => dateTimeScalar, { description: 'From when it was recorded.' })
  recordedFrom!: string;

  @Field(() => dateTimeScalar, { nullable: true, description: 'Until when it held; null for what holds.' })
  recordedTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Who took the step; null for PUBLIC and VIEWER.' })
  recordedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who was answerable in the ward where somebody else scored it; null for PUBLIC and VIEWER.',
  })
  enteredFor!: string | null;

  /** Not shown: it says whose it is. */
  wardId!: string;
}
