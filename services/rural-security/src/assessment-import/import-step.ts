import { Role, SpeakingError } from '@tieuchi/subgraph-kit';
import { AssessmentState } from '../assessment/assessment-enums';

/** The steps that are taken for many units at once. */
export type ImportStep = 'SAVE' | 'SUBMIT' | 'APPRAISE';

const { DRAFT, RETURNED, NOT_STARTED, SUBMITTED } = AssessmentState;

/** Whose steps they are, and the states from which nothing is left to do where a row says what stands. */
const STEPS: Readonly<Record<ImportStep, { roles: readonly Role[]; before: readonly AssessmentState[] }>> = {
  SAVE: { roles: [Role.COMMUNE_OFFICER, Role.APPRAISER], before: [] },
  SUBMIT: { roles: [Role.COMMUNE_OFFICER, Role.APPRAISER], before: [NOT_STARTED, DRAFT, RETURNED] },
  APPRAISE: { roles: [Role.APPRAISER], before: [SUBMITTED] },
};

/** @throws SpeakingError BAD_USER_INPUT */
export function readImportStep(text: string): ImportStep {
  if (Object.hasOwn(STEPS, text)) return text as ImportStep;
  throw new SpeakingError('BAD_USER_INPUT', `step: "${text.slice(0, 20)}" – ${Object.keys(STEPS).join(', ')}.`);
}

/** @throws SpeakingError FORBIDDEN */
export function checkMayImport(step: ImportStep, role: Role): void {
  const { roles } = STEPS[step];
  if (roles.includes(role)) return;
  throw new SpeakingError('FORBIDDEN', `${step} is for the roles ${roles.join(' and ')}; you are ${role}.`);
}

/** Whether the step is still to be taken although a row says nothing new. */
export function isStillToTake(step: ImportStep, state: AssessmentState): boolean {
  return STEPS[step].before.includes(state);
}
