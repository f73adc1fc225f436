import { Field, ID, InputType, Int } from 'type-graphql';
import { UnknownReason, Verdict } from '../assessment/assessment-enums';

@InputType({ description: 'A whole number that a content is judged by.' })
export class MeasureInput {
  @Field({ description: 'As the rule of the content names it: "recognised".' })
  name!: string;

  @Field(() => Int, { description: '0 or more; leave the measure out where it is not known.' })
  count!: number;
}

@InputType({ description: 'What a statement rests on: exactly one of sha256, url and documentId.' })
export class EvidenceInput {
  @Field(() => String, { nullable: true, description: 'A file that was sent with PUT /evidence/<sha256>.' })
  sha256?: string | null;

  @Field(() => String, { nullable: true, description: 'A link, https or http.' })
  url?: string | null;

  @Field(() => ID, { nullable: true, description: 'A paper of `documents`.' })
  documentId?: string | null;

  @Field(() => String, { nullable: true, description: 'What it shows, in Vietnamese.' })
  note?: string | null;
}

@InputType({ description: 'What is said of one content (nội dung).' })
export class ItemInput {
  @Field(() => Int, { description: 'Its number in the criteria set of the year, from 1.' })
  number!: number;

  @Field(() => Verdict, { nullable: true, description: 'Left out where the measures decide.' })
  verdict?: Verdict | null;

  @Field(() => UnknownReason, {
    nullable: true,
    description: 'With UNKNOWN: ITEM_UNKNOWN (the default) or NO_COMPARABLE_PREVIOUS_YEAR.',
  })
  reason?: UnknownReason | null;

  @Field(() => [MeasureInput], { nullable: true, description: 'The figures that the rule of the content asks for.' })
  measures?: MeasureInput[] | null;

  @Field(() => String, { nullable: true, description: 'In Vietnamese; stands for evidence that is missing.' })
  explanation?: string | null;

  @Field(() => [EvidenceInput], { nullable: true, description: 'What it rests on.' })
  evidence?: EvidenceInput[] | null;
}

/** Which assessment a step is about, and what its sender has read of it. */
@InputType({ description: 'Which assessment a step is about.' })
abstract class AssessmentStepInput {
  @Field({ description: 'Code of the unit on the map that the year counts (`countedOn`): "05488".' })
  unitCode!: string;

  @Field(() => ID, { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' })
  indicator!: string;

  @Field(() => Int, { description: 'The assessment year.' })
  year!: number;

  @Field(() => Int, {
    nullable: true,
    description: '`Assessment.version` as it was read; left out for the first step.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'What a unit says of itself. Contents that are left out stay as they were saved.' })
export class EnterAssessmentInput extends AssessmentStepInput {
  @Field(() => [ItemInput], { defaultValue: [], description: 'Contents that are entered or changed.' })
  items!: ItemInput[];

  @Field(() => Verdict, { nullable: true, description: 'Of the whole, where the set of the year is not itemised.' })
  verdict?: Verdict | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who is answerable in the unit, for whoever enters from above it; both names are kept.',
  })
  enteredFor?: string | null;
}

@InputType({ description: 'Sends an assessment back: a submission to its unit, an appraisal to be redone.' })
export class ReturnAssessmentInput extends AssessmentStepInput {
  @Field({ description: 'What is to be completed, in Vietnamese.' })
  reason!: string;
}

@InputType({ description: 'What the appraisal finds. Contents that nothing is said of are UNKNOWN.' })
export class AppraiseAssessmentInput extends AssessmentStepInput {
  @Field(() => [ItemInput], {
    defaultValue: [],
    description: 'Contents as appraised; in a correction, those that change.',
  })
  items!: ItemInput[];

  @Field(() => Verdict, { nullable: true, description: 'Of the whole, where the set of the year is not itemised.' })
  verdict?: Verdict | null;

  @Field({ defaultValue: false, description: 'Contents without an entry take what the unit says of them.' })
  acceptSelfAssessed!: boolean;
}

@InputType({ description: 'The last step of the indicator: for 19.2 the police confirm the result.' })
export class RecogniseAssessmentInput extends AssessmentStepInput {
  @Field(() => ID, { description: 'The paper of it, of `documents`.' })
  decisionId!: string;
}

@InputType({ description: 'Takes back what was confirmed.' })
export class RevokeAssessmentInput extends AssessmentStepInput {
  @Field(() => ID, { description: 'The paper of it, of `documents`.' })
  decisionId!: string;

  @Field({ description: 'Why, in Vietnamese.' })
  reason!: string;
}

export type StepInput = AssessmentStepInput &
  Partial<Omit<EnterAssessmentInput & AppraiseAssessmentInput & RevokeAssessmentInput, keyof AssessmentStepInput>>;
