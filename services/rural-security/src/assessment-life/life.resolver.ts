import { refuseUnstorableText, UserError, withUserErrors } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Assessment } from '../assessment/assessment';
import type { RuralSecurityContext } from '../request-context';
import {
  AppraiseAssessmentInput,
  EnterAssessmentInput,
  RecogniseAssessmentInput,
  ReturnAssessmentInput,
  RevokeAssessmentInput,
  type StepInput,
} from './life-input';
import type { Step } from './step';

@ObjectType({ description: 'What became of an assessment.' })
export class AssessmentPayload {
  @Field(() => Assessment, { nullable: true, description: 'As it stands now; null where nothing was done.' })
  assessment!: Assessment | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

const ANY_STEP =
  'INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, UNIT_NOT_FOUND, NOT_IN_POPULATION, STALE_VERSION, WRONG_STATE, FORBIDDEN';
const ANY_ENTRY = 'ITEM_NOT_FOUND, BAD_USER_INPUT, VERDICT_CONTRADICTS_VALUE, EVIDENCE_NOT_FOUND, DOCUMENT_NOT_FOUND';

@Resolver()
export class AssessmentLifeResolver {
  @Mutation(() => AssessmentPayload, {
    description: `Saves a draft of what a unit says of itself. User errors: ${ANY_STEP}, ${ANY_ENTRY}, WINDOW_NOT_OPEN, REASON_REQUIRED.`,
  })
  saveAssessment(
    @Arg('input', () => EnterAssessmentInput, { description: 'The draft.' }) input: EnterAssessmentInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<AssessmentPayload> {
    return takeStep('SAVE', input, context);
  }

  @Mutation(() => AssessmentPayload, {
    description: `Sends what a unit says of itself for appraisal; after the window it is marked late. User errors: those of saveAssessment, EVIDENCE_REQUIRED, STATEMENT_REQUIRED.`,
  })
  submitAssessment(
    @Arg('input', () => EnterAssessmentInput, { description: 'Last changes to the draft.' })
    input: EnterAssessmentInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<AssessmentPayload> {
    return takeStep('SUBMIT', input, context);
  }

  @Mutation(() => AssessmentPayload, {
    description: `Sends it back with a reason: a submission by an APPRAISER, an appraisal by a RECOGNISER. User errors: ${ANY_STEP}, REASON_REQUIRED.`,
  })
  returnAssessment(
    @Arg('input', () => ReturnAssessmentInput, { description: 'Which, and why.' }) input: ReturnAssessmentInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<AssessmentPayload> {
    return takeStep('RETURN', input, context);
  }

  @Mutation(() => AssessmentPayload, {
    description: `Appraises a submission, or corrects an appraisal that is not confirmed yet; nobody appraises what they entered. User errors: ${ANY_STEP}, ${ANY_ENTRY}, OWN_SUBMISSION.`,
  })
  appraiseAssessment(
    @Arg('input', () => AppraiseAssessmentInput, { description: 'What the appraisal finds.' })
    input: AppraiseAssessmentInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<AssessmentPayload> {
    return takeStep('APPRAISE', input, context);
  }

  @Mutation(() => AssessmentPayload, {
    description: `The last step, for results that are MET. User errors: ${ANY_STEP}, DOCUMENT_NOT_FOUND.`,
  })
  recogniseAssessment(
    @Arg('input', () => RecogniseAssessmentInput, { description: 'Which, and by what paper.' })
    input: RecogniseAssessmentInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<AssessmentPayload> {
    return takeStep('RECOGNISE', input, context);
  }

  @Mutation(() => AssessmentPayload, {
    description: `Takes back what was confirmed; the result is NOT_MET from then on. User errors: ${ANY_STEP}, DOCUMENT_NOT_FOUND, REASON_REQUIRED.`,
  })
  revokeAssessment(
    @Arg('input', () => RevokeAssessmentInput, { description: 'Which, why, and by what paper.' })
    input: RevokeAssessmentInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<AssessmentPayload> {
    return takeStep('REVOKE', input, context);
  }
}

async function takeStep(step: Step, input: StepInput, context: RuralSecurityContext): Promise<AssessmentPayload> {
  const { unitCode, indicator: indicatorId, year } = input;
  const question = { indicatorId, year };
  const { value, userErrors } = await withUserErrors(async () => {
    refuseUnstorableText(input);
    return context.desk.take(
      { ...question, unitCode },
      {
        step,
        expectedVersion: input.expectedVersion ?? null,
        items: input.items ?? [],
        verdict: input.verdict ?? null,
        acceptSelfAssessed: input.acceptSelfAssessed ?? false,
        enteredFor: input.enteredFor ?? null,
        reason: input.reason ?? null,
        decisionId: input.decisionId ?? null,
      },
    );
  });
  return { assessment: value && (await context.readAssessment(value.unitId, question)), userErrors };
}
