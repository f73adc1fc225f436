import { refuseUnstorableText, UserError, withUserErrors } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ModelWard } from '../pilot-ward/model-ward';
import type { ModelWardContext } from '../request-context';
import {
  AppraiseModelWardInput,
  type LifeInput,
  ModelWardReasonInput,
  ModelWardStepInput,
  RecogniseModelWardInput,
  RegisterModelWardInput,
  RevokeModelWardInput,
  SelfScoreModelWardInput,
} from './life-input';
import type { Step } from './step';

@ObjectType({ description: 'What became of the registration of a ward.' })
export class ModelWardPayload {
  @Field(() => ModelWard, { nullable: true, description: 'As it stands now; null where nothing was done.' })
  modelWard!: ModelWard | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

const ANY_STEP =
  'YEAR_NOT_FOUND, UNIT_NOT_FOUND, NOT_IN_POPULATION, STALE_VERSION, WRONG_STATE, FORBIDDEN, BAD_USER_INPUT';
const ANY_SCORES = `${ANY_STEP}, ITEM_NOT_FOUND, EVIDENCE_NOT_FOUND`;

@Resolver()
export class ModelWardLifeResolver {
  @Mutation(() => ModelWardPayload, {
    description: `Registers the police of a ward for a year, also again after a withdrawal or revocation. User errors: ${ANY_STEP}.`,
  })
  registerModelWard(
    @Arg('input', () => RegisterModelWardInput, { description: 'Which ward, and when.' }) input: RegisterModelWardInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('REGISTER', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Work has begun; for another year than before the scores begin anew. User errors: ${ANY_STEP}.`,
  })
  beginModelWard(
    @Arg('input', () => ModelWardStepInput, { description: 'Which ward, for which year.' }) input: ModelWardStepInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('BEGIN', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Sends what a ward says of itself for appraisal. User errors: ${ANY_SCORES}, REASON_REQUIRED.`,
  })
  selfScoreModelWard(
    @Arg('input', () => SelfScoreModelWardInput, { description: 'The scores.' }) input: SelfScoreModelWardInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('SELF_SCORE', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Sends it back with a reason: scores by an APPRAISER to the ward, a proposal by who recognises to its appraiser. User errors: ${ANY_STEP}, REASON_REQUIRED.`,
  })
  returnModelWard(
    @Arg('input', () => ModelWardReasonInput, { description: 'Which, and why.' }) input: ModelWardReasonInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('RETURN', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Appraises the scores, or corrects an appraisal; nobody appraises what they scored. User errors: ${ANY_SCORES}, OWN_SUBMISSION.`,
  })
  appraiseModelWard(
    @Arg('input', () => AppraiseModelWardInput, { description: 'What the appraisal finds.' })
    input: AppraiseModelWardInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('APPRAISE', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Proposes the ward for recognition; all criteria must be met as appraised. User errors: ${ANY_STEP}, CRITERIA_NOT_MET.`,
  })
  proposeModelWard(
    @Arg('input', () => ModelWardStepInput, { description: 'Which ward.' }) input: ModelWardStepInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('PROPOSE', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Recognises the police of a proposed ward for its year, by a numbered decision. User errors: ${ANY_STEP}.`,
  })
  recogniseModelWard(
    @Arg('input', () => RecogniseModelWardInput, { description: 'Which, and by what decision.' })
    input: RecogniseModelWardInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('RECOGNISE', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Recognises again, for a later year; the recognitions before are kept. User errors: ${ANY_STEP}.`,
  })
  reRecogniseModelWard(
    @Arg('input', () => RecogniseModelWardInput, { description: 'Which, for which year, and by what decision.' })
    input: RecogniseModelWardInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('RE_RECOGNISE', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Takes a recognition back, by a decision of its own; the ward counts for no quota then. User errors: ${ANY_STEP}, REASON_REQUIRED.`,
  })
  revokeModelWard(
    @Arg('input', () => RevokeModelWardInput, { description: 'Which, why, and by what decision.' })
    input: RevokeModelWardInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('REVOKE', input, context);
  }

  @Mutation(() => ModelWardPayload, {
    description: `Takes a registration back before recognition. User errors: ${ANY_STEP}, REASON_REQUIRED.`,
  })
  withdrawModelWard(
    @Arg('input', () => ModelWardReasonInput, { description: 'Which, and why.' }) input: ModelWardReasonInput,
    @Ctx() context: ModelWardContext,
  ): Promise<ModelWardPayload> {
    return takeStep('WITHDRAW', input, context);
  }
}

async function takeStep(step: Step, input: LifeInput, context: ModelWardContext): Promise<ModelWardPayload> {
  const { unitCode, year } = input;
  const { value, userErrors } = await withUserErrors(async () => {
    refuseUnstorableText(input);
    return context.desk.take(
      { unitCode, year },
      {
        step,
        expectedVersion: input.expectedVersion ?? null,
        registeredOn: input.registeredOn ?? null,
        criteria: input.criteria ?? [],
        printedMet: input.printedMet,
        acceptSelfScored: input.acceptSelfScored ?? false,
        enteredFor: input.enteredFor ?? null,
        reason: input.reason ?? null,
        decisionNumber: input.decisionNumber ?? null,
        decidedOn: input.decidedOn ?? null,
        issuer: input.issuer ?? null,
      },
    );
  });
  return { modelWard: value && (await context.readWard(value.unitId)), userErrors };
}
