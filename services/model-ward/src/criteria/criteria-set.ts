import { type Day, dateScalar, SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One criterion (tiêu chí) of the model ward police.' })
export class ModelWardCriterion {
  @Field(() => Int, { description: 'Its place on the scorecard, from 1; see `note` of the set for what is official.' })
  number!: number;

  textVi!: string | null;

  textEn!: string | null;

  @Field(() => SourceStatus, { description: 'UNVERIFIED where no source shows its text.' })
  status!: SourceStatus;

  @Field(() => String, { nullable: true, description: 'Where the text stands; null where nobody saw it.' })
  source!: string | null;
}

@ObjectType({ description: 'What reports say that criteria are about, without a place among them.' })
export class ModelWardTopic {
  @Field({ description: 'In English: no source was read word by word.' })
  textEn!: string;

  @Field({ description: 'Which reports.' })
  source!: string;
}

@ObjectType({ description: 'Points of one criterion.' })
export class CriterionPoints {
  @Field(() => Int, { description: 'The criterion.' })
  number!: number;

  @Field(() => Int, { description: 'What it is worth where it is met.' })
  points!: number;
}

@ObjectType({ description: 'A convention that gives points to criteria.' })
export class ModelWardScoring {
  @Field({ description: 'Always false: the official measure is the number of criteria met.' })
  official!: boolean;

  @Field({ description: 'Whose convention it is, in Vietnamese.' })
  note!: string;

  @Field(() => [CriterionPoints], { description: 'By criterion.' })
  points!: CriterionPoints[];
}

@ObjectType({ description: 'A year that a set holds for.' })
export class ModelWardYear {
  @Field(() => Int, { description: 'The year that a ward is scored and recognised for.' })
  year!: number;

  @Field(() => dateScalar, { description: 'The day on whose map the year reads codes of wards.' })
  countedOn!: Day;
}

@ObjectType({
  description:
    'The criteria that ward police are scored by. The official measure is how many are met; all must be met to be proposed.',
})
export class ModelWardCriteriaSet {
  @Field(() => ID, { description: '"pilot-22" for 2021–2023, "pilot-20" from 2024.' })
  id!: string;

  titleVi!: string;

  titleEn!: string;

  @Field(() => SourceStatus, { description: 'How sure the numbers of criteria and groups are.' })
  status!: SourceStatus;

  @Field({ description: 'Where they stand.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'What the sources leave open, in Vietnamese.' })
  note!: string | null;

  @Field(() => [ModelWardYear], { description: 'The years that it holds for.' })
  years!: ModelWardYear[];

  @Field(() => Int, { description: 'Criteria asked; all must be met.' })
  criteriaCount!: number;

  @Field(() => Int, { nullable: true, description: 'Groups of tasks; null where no source says it.' })
  groupCount!: number | null;

  @Field(() => [ModelWardCriterion], { description: 'All criteria, also those whose text nobody here saw.' })
  criteria!: ModelWardCriterion[];

  @Field(() => [ModelWardTopic], { description: 'What criteria are about, as reports tell.' })
  topics!: ModelWardTopic[];

  @Field(() => ModelWardScoring, { nullable: true, description: 'Null: none is shipped, no source shows points.' })
  scoring!: ModelWardScoring | null;
}
