import { dateScalar, UserError } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'All that is counted of one unit in one series.' })
export class TallyCounts {
  @Field(() => dateScalar, { description: 'The day whose units are counted.' })
  countedOn!: string;

  @Field(() => Int, { description: 'Units of the population inside the unit.' })
  total!: number;

  @Field(() => Int, { description: 'Appraised as met.' })
  met!: number;

  @Field(() => Int, { description: 'Appraised as not met.' })
  notMet!: number;

  @Field(() => Int, { description: 'Unknown: begun and not sent.' })
  inDraft!: number;

  @Field(() => Int, { description: 'Unknown: sent and not appraised.' })
  awaitingAppraisal!: number;

  @Field(() => Int, { description: 'Unknown: sent back.' })
  returned!: number;

  @Field(() => Int, { description: 'Unknown after an appraisal: a content has no result.' })
  itemUnknown!: number;

  @Field(() => Int, { description: 'Unknown after an appraisal: there is no year before to compare with.' })
  noComparableYear!: number;

  @Field(() => Int, { description: 'Of the unknowns, those that assessed themselves as met.' })
  selfAssessedMet!: number;
}

@ObjectType({ description: 'A tally that is not what the rows say.' })
export class TallyDifference {
  @Field(() => ID, { description: 'The unit above the counted ones; the country is "VN".' })
  unitId!: string;

  @Field(() => ID, { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' })
  indicator!: string;

  @Field(() => ID, { description: 'Over which units it is counted: "ALL_COMMUNES".' })
  population!: string;

  @Field(() => Int, { description: 'The assessment year.' })
  year!: number;

  @Field(() => TallyCounts, { nullable: true, description: 'What is kept and published; null: no tally is kept.' })
  kept!: TallyCounts | null;

  @Field(() => TallyCounts, {
    nullable: true,
    description: 'What the rows say; null: no unit of the population is in it.',
  })
  counted!: TallyCounts | null;
}

@ObjectType({ description: 'The kept tallies beside a count from scratch, at one moment.' })
export class TallyCheck {
  @Field(() => Int, { description: 'Units and series that were compared.' })
  compared!: number;

  @Field(() => Int, { description: 'How many of them differ; 0 is what they should be.' })
  differingCount!: number;

  @Field(() => [TallyDifference], { description: 'The first 20 that differ, by unit and series.' })
  differing!: TallyDifference[];
}

@ObjectType({ description: 'What became of a recount.' })
export class RecountPayload {
  @Field(() => Int, { nullable: true, description: 'Tallies that were counted anew; null where nothing was done.' })
  counted!: number | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
