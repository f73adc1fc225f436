import { type Day, dateScalar, Verdict } from '@tieuchi/subgraph-kit';
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'What a statement about a criterion rests on: exactly one of sha256 and url.' })
export class ModelWardEvidenceInput {
  @Field(() => String, {
    nullable: true,
    description: 'A file that was sent with PUT /evidence/<sha256>?service=model-ward.',
  })
  sha256?: string | null;

  @Field(() => String, { nullable: true, description: 'A link, https or http.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'What it shows, in Vietnamese.' })
  note?: string | null;
}

@InputType({ description: 'What is said of one criterion (tiêu chí).' })
export class CriterionInput {
  @Field(() => Int, { description: 'Its number in the criteria set of the year, from 1.' })
  number!: number;

  @Field(() => Verdict, { description: 'MET, NOT_MET, or UNKNOWN where nothing is decided.' })
  verdict!: Verdict;

  @Field(() => String, { nullable: true, description: 'Why so, in Vietnamese.' })
  explanation?: string | null;

  @Field(() => [ModelWardEvidenceInput], { nullable: true, description: 'What it rests on.' })
  evidence?: ModelWardEvidenceInput[] | null;
}

@InputType({ description: 'A step of a ward that says nothing more than which.' })
export class ModelWardStepInput {
  @Field({ description: 'Code of the ward on the map that the year reads (`modelWardCriteriaSets.years.countedOn`).' })
  unitCode!: string;

  @Field(() => Int, {
    description:
      'The year that the ward is scored for; its criteria set follows it. To recognise again or to revoke: the year of the recognition.',
  })
  year!: number;

  @Field(() => Int, { nullable: true, description: '`ModelWard.version` as it was read; left out for the first step.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Registers the police of a ward for the pilot.' })
export class RegisterModelWardInput extends ModelWardStepInput {
  @Field(() => dateScalar, {
    nullable: true,
    description:
      'The day of the registration, within the pilot and the life of the ward, and after a revocation or withdrawal that it follows; left out: today. Quotas count by it.',
  })
  registeredOn?: Day | null;
}

@InputType({ description: 'What a ward says of itself. Criteria that are left out stay as they were said before.' })
export class SelfScoreModelWardInput extends ModelWardStepInput {
  @Field(() => [CriterionInput], { defaultValue: [], description: 'Criteria that are entered or changed.' })
  criteria!: CriterionInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The total that the paper prints; kept as printed, and flagged where the criteria add up to another. Left out: as it was said before; null: the paper prints none.',
  })
  printedMet?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who is answerable in the ward, for whoever enters from above it; both names are kept.',
  })
  enteredFor?: string | null;
}

@InputType({ description: 'What the appraisal finds. Criteria that nothing is said of are UNKNOWN.' })
export class AppraiseModelWardInput extends ModelWardStepInput {
  @Field(() => [CriterionInput], {
    defaultValue: [],
    description: 'Criteria as appraised; in a correction, those that change.',
  })
  criteria!: CriterionInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The total that the paper prints; kept as printed. Left out: as it was said before; null: the paper prints none.',
  })
  printedMet?: number | null;

  @Field({ defaultValue: false, description: 'Criteria without an entry take what the ward says of them.' })
  acceptSelfScored!: boolean;
}

@InputType({ description: 'A step that says why.' })
export class ModelWardReasonInput extends ModelWardStepInput {
  @Field({ description: 'Why, in Vietnamese.' })
  reason!: string;
}

@InputType({ description: 'Recognises the police of a ward for a year.' })
export class RecogniseModelWardInput extends ModelWardStepInput {
  @Field({ description: 'Number of the decision, as printed: "2878/QĐ-BCA".' })
  decisionNumber!: string;

  @Field(() => dateScalar, { description: 'The day of the decision; it may lie in the year after.' })
  decidedOn!: Day;

  @Field({ description: 'Who issued it, in Vietnamese: "Bộ trưởng Bộ Công an".' })
  issuer!: string;
}

@InputType({ description: 'Takes back a recognition.' })
export class RevokeModelWardInput extends RecogniseModelWardInput {
  @Field({ description: 'Why, in Vietnamese.' })
  reason!: string;
}

export type LifeInput = ModelWardStepInput &
  Partial<
    Omit<
      RegisterModelWardInput & SelfScoreModelWardInput & AppraiseModelWardInput & RevokeModelWardInput,
      keyof ModelWardStepInput
    >
  >;
