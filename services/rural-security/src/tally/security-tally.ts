import { dateScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Counts of one series: no target, no verdict. met + notMet + unknown = total.' })
export class SecurityTally {
  @Field(() => ID, { description: 'Over which units it is counted: "ALL_COMMUNES", "RURAL_DISTRICTS".' })
  population!: string;

  @Field(() => Int, { description: 'Units whose result was appraised as met.' })
  met!: number;

  @Field(() => Int, { description: 'Units whose result was appraised as not met.' })
  notMet!: number;

  @Field(() => Int, { description: 'Units without an appraised result: never counted as failures.' })
  unknown!: number;

  @Field(() => Int, { description: 'Units of the population inside this unit: met + notMet + unknown.' })
  total!: number;

  @Field(() => Int, {
    description:
      'Counted units that lie across the border of this unit on the map asked: in no count here. 0 on their own map.',
  })
  unplaced!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the unknowns, those that assessed themselves as met; null below the province for whoever may not see what is not published there.',
  })
  selfAssessedMet!: number | null;

  @Field(() => dateScalar, { description: 'The day whose units are counted; `@asOf(map:)` only groups them.' })
  countedOn!: string;

  @Field(() => Origin, { description: 'Of all counts of this line.' })
  origin!: Origin;
}
