import { createConnectionClass, Role } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { AssessmentState, UnknownReason } from '../assessment/assessment-enums';

@ObjectType({ description: 'A unit without a result: what it waits for, and whom.' })
export class WorkItem {
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'As it is on the map of `@asOf(map:)`, else as it was nearest to it.',
  })
  unit!: AdministrativeUnit;

  @Field(() => UnknownReason, { description: 'Why there is no result.' })
  unknownReason!: UnknownReason;

  @Field(() => AssessmentState, { description: 'How far it has come; NOT_STARTED where nothing is recorded.' })
  state!: AssessmentState;

  @Field(() => Int, {
    description: 'Days until the last day to submit, which all units of a year share; negative when that is over.',
  })
  daysLeft!: number;

  @Field(() => Int, {
    description:
      'Days since the state began, however often it was saved in it. NOT_STARTED begins with the window; 0 before that.',
  })
  daysWaiting!: number;

  @Field(() => [Role], { description: 'The roles that take the next step.' })
  waitingFor!: Role[];

  @Field(() => String, { nullable: true, description: 'Why it was returned, in Vietnamese; else null.' })
  reason!: string | null;
}

export const WorkItemConnection = createConnectionClass(WorkItem, 'WorkItem');

@ObjectType({ description: 'How many units have no result for one reason.' })
export class WorkSummary {
  @Field(() => UnknownReason, { description: 'Why there is no result.' })
  reason!: UnknownReason;

  @Field(() => Int, { description: 'Units; at least 1.' })
  count!: number;

  @Field(() => Int, { description: 'Days until the last day to submit; negative when that is over.' })
  daysLeft!: number;
}
