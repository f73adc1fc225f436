import { Field, Int, ObjectType } from 'type-graphql';
import { Verdict } from './assessment-enums';

/** It names the unit by code and name alone: no way leads from a facet back to units. */
@ObjectType({ description: 'The result of one unit that this one was made from, wholly or in part.' })
export class PredecessorResult {
  @Field({ description: 'On the map of the counting day, with its leading zeros.' })
  code!: string;

  @Field({ description: 'In Vietnamese, with its kind.' })
  fullName!: string;

  @Field(() => Verdict, { description: 'Its own result of that year.' })
  verdict!: Verdict;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether all of it went into this unit; null while the links are not complete.',
  })
  whole!: boolean | null;
}

@ObjectType({ description: 'What is known of a unit that did not exist in the year asked: its predecessors’ results.' })
export class PredecessorResults {
  @Field(() => Int, { description: 'How many of the predecessors met. It is no verdict on this unit.' })
  met!: number;

  @Field(() => Int, { description: 'Predecessors in the population of the indicator: a ward is none.' })
  total!: number;

  @Field({ description: 'False: only main successors are known; predecessors that gave a part are missing.' })
  linksComplete!: boolean;

  @Field(() => [PredecessorResult], { description: 'In the order of their codes; `total` of them.' })
  units!: PredecessorResult[];
}
