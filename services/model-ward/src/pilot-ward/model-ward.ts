import { type Day, dateScalar, Origin, Verdict } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { WardState } from './ward-state';

@ObjectType({ description: 'What a statement about a criterion rests on: a file or a link.' })
export class ModelWardEvidence {
  @Field(() => String, { nullable: true, description: 'A file, at `/evidence/<sha256>?service=model-ward`.' })
  sha256!: string | null;

  @Field(() => String, { nullable: true, description: 'A link; what lies there is not kept here.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'What it shows, in Vietnamese.' })
  note!: string | null;
}

@ObjectType({ description: 'What somebody said of one criterion.' })
export class CriterionStatement {
  @Field(() => Verdict, { description: 'UNKNOWN where nothing was decided.' })
  verdict!: Verdict;

  @Field(() => String, { nullable: true, description: 'In Vietnamese; null where nothing was written.' })
  explanation!: string | null;

  @Field(() => [ModelWardEvidence], { description: 'What it rests on.' })
  evidence!: readonly ModelWardEvidence[];
}

@ObjectType({ description: 'One criterion of a scorecard; what the ward and the appraisal say are both kept.' })
export class CriterionScore {
  @Field(() => Int, { description: 'Its number in the criteria set of the year, from 1.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'In Vietnamese; null where no source shows its text.' })
  text!: string | null;

  @Field(() => Verdict, { description: 'By the appraisal; UNKNOWN before it.' })
  verdict!: Verdict;

  @Field(() => CriterionStatement, { nullable: true, description: 'By the ward itself; null where it said nothing.' })
  selfScored!: CriterionStatement | null;

  @Field(() => CriterionStatement, { nullable: true, description: 'By the appraisal; null where it said nothing.' })
  appraised!: CriterionStatement | null;
}

@ObjectType({
  description:
    'How many criteria are met. The official measure is their number; points are nobody’s but a convention’s.',
})
export class ModelWardScore {
  @Field(() => Int, { description: 'Criteria met, counted.' })
  met!: number;

  @Field(() => Int, { description: 'Criteria asked by the set of `scoredYear`.' })
  asked!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The year that the criteria were scored for; a later recognition without new scores leaves it. Null where it is not recorded.',
  })
  scoredYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'The total that the paper prints, as printed; null without one.' })
  printedMet!: number | null;

  @Field({ description: 'Whether the paper prints another total than its criteria add up to. Nothing is mended.' })
  printedDiffers!: boolean;

  @Field(() => dateScalar, { nullable: true, description: 'The day; null where it is not recorded.' })
  scoredOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Who scored; null for PUBLIC and VIEWER.' })
  scoredBy!: string | null;
}

@ObjectType({ description: 'A numbered decision that recognises the police of a ward for a year.' })
export class ModelWardRecognition {
  @Field(() => Int, { description: 'The year that it is recognised for; decisions come in it or after it.' })
  year!: number;

  @Field({ description: 'As printed.' })
  decisionNumber!: string;

  @Field(() => dateScalar, { description: 'The day of the decision.' })
  decidedOn!: Day;

  @Field(() => String, { nullable: true, description: 'Who issued it; null in a demonstration, which invents nobody.' })
  issuer!: string | null;

  @Field({ description: 'Whether it was taken back.' })
  revoked!: boolean;
}

@ObjectType({ description: 'The decision that took a recognition back.' })
export class ModelWardRevocation {
  @Field({ description: 'As printed.' })
  decisionNumber!: string;

  @Field(() => dateScalar, { description: 'The day of the decision.' })
  decidedOn!: Day;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  issuer!: string | null;
}

/** It has no field that leads back to a unit: such chains explode the gateway's planner. */
@ObjectType({
  description:
    'The police of a ward on its way to recognition ("Công an phường điển hình, kiểu mẫu", since 2024 "Công an phường kiểu mẫu"). What is recognised is the police, never the ward.',
})
export class ModelWard {
  @Field(() => WardState, { description: 'How far it has come.' })
  state!: WardState;

  @Field({ description: 'The state for people, in Vietnamese: "Đã công nhận (năm 2023)".' })
  label!: string;

  @Field(() => Int, { description: 'Counts its steps from 1. A step names the one it has read.' })
  version!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The year that it is scored for; its criteria set follows it. `recognition.year` may be later.',
  })
  year!: number | null;

  @Field(() => dateScalar, { description: 'The day of the registration.' })
  registeredOn!: Day;

  @Field(() => Int, { description: 'Criteria asked by the set of the year.' })
  criteriaAsked!: number;

  @Field(() => ModelWardScore, { nullable: true, description: 'What the ward says of itself; null before it did.' })
  selfScore!: ModelWardScore | null;

  @Field(() => ModelWardScore, { nullable: true, description: 'What the appraisal found; null before it.' })
  appraisedScore!: ModelWardScore | null;

  @Field(() => [CriterionScore], {
    description: 'All criteria of the set; empty where only their number is recorded.',
  })
  criteria!: CriterionScore[];

  @Field(() => [Int], { description: 'Criteria that are NOT_MET as appraised; empty where only numbers are recorded.' })
  notMet!: number[];

  @Field({ description: 'Whether all criteria are met as appraised: only then it can be proposed.' })
  allMet!: boolean;

  @Field(() => dateScalar, { nullable: true, description: 'The day it was proposed; null before.' })
  proposedOn!: Day | null;

  @Field(() => ModelWardRecognition, { nullable: true, description: 'The recognition in force; null without one.' })
  recognition!: ModelWardRecognition | null;

  @Field(() => [ModelWardRecognition], { description: 'All recognitions, oldest first, also those taken back.' })
  recognitions!: readonly ModelWardRecognition[];

  @Field(() => ModelWardRevocation, { nullable: true, description: 'Null unless it is REVOKED.' })
  revocation!: ModelWardRevocation | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned, withdrawn or revoked, in Vietnamese.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who is answerable in the ward where somebody else entered it; null for PUBLIC and VIEWER.',
  })
  enteredFor!: string | null;

  @Field(() => Origin, { description: 'Where it comes from.' })
  origin!: Origin;

  /** Not shown: the resolver of `history` asks with it. */
  wardId!: string;
}
