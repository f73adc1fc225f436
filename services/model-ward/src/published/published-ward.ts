import { type Day, dateScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { QuotaCounts } from '../quota/quota-enums';

@ObjectType({
  description:
    'A real ward whose result was published. It is shown as printed, not scored here, and counts for no quota: what was printed is not a registration of this system.',
})
export class PublishedModelWard {
  @Field(() => ID, { description: 'Of the published row: "W1".' })
  id!: string;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The ward, on the map of the day; it may have ended.',
  })
  unit!: AdministrativeUnit | null;

  @Field({ description: 'Criteria set that it was scored by: "pilot-22".' })
  criteriaSet!: string;

  @Field(() => Int, { description: 'Criteria met, as printed.' })
  met!: number;

  @Field(() => Int, { description: 'Criteria asked, as printed.' })
  asked!: number;

  @Field(() => String, { nullable: true, description: 'A word that the paper limits it by: "cơ bản".' })
  qualifier!: string | null;

  @Field(() => dateScalar, { description: 'The day of the figure or of its paper.' })
  asOf!: Day;

  @Field(() => String, { nullable: true, description: 'What is odd about it, in Vietnamese.' })
  note!: string | null;

  @Field({ description: 'The paper.' })
  source!: string;

  @Field(() => Origin, { description: 'Always PUBLISHED.' })
  origin!: Origin;
}

@ObjectType({
  description: 'A number of wards that a paper prints, kept as printed also where its own parts add up to another.',
})
export class PublishedModelWardFigure {
  @Field(() => ID, { description: 'Of the published row: "W15".' })
  id!: string;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'What it is about, on the map of the day.' })
  unit!: AdministrativeUnit | null;

  @Field(() => QuotaCounts, { description: 'What was counted.' })
  counts!: QuotaCounts;

  @Field(() => Int, { description: 'The headline number, as printed.' })
  printed!: number;

  @Field(() => [Int], { description: 'The parts printed beside it; empty where none are.' })
  parts!: number[];

  @Field(() => Int, { nullable: true, description: 'What the parts add up to; null without parts.' })
  sumOfParts!: number | null;

  @Field({ description: 'Whether the parts add up to another number than the headline. Neither is mended.' })
  differs!: boolean;

  @Field(() => Int, { nullable: true, description: 'The quota that the paper sets it against; null without.' })
  quota!: number | null;

  @Field(() => dateScalar, { description: 'The day of the figure or of its paper.' })
  asOf!: Day;

  @Field(() => String, { nullable: true, description: 'What is odd about it, in Vietnamese.' })
  note!: string | null;

  @Field({ description: 'The paper.' })
  source!: string;

  @Field(() => Origin, { description: 'Always PUBLISHED.' })
  origin!: Origin;
}
