import { Role, SpeakingError } from '@tieuchi/subgraph-kit';
import { AssessmentState } from '../assessment/assessment-enums';

/** What people do with an assessment. */
export type Step = 'SAVE' | 'SUBMIT' | 'RETURN' | 'APPRAISE' | 'RECOGNISE' | 'REVOKE';

interface Transition {
  readonly step: Step;
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
  readonly roles: readonly Role[];
}

const { NOT_STARTED, DRAFT, SUBMITTED, RETURNED, APPRAISED, RECOGNISED, REVOKED } = AssessmentState;

/** An appraiser may enter for a commune without a line; then somebody else appraises it. */
const ENTRY = [Role.COMMUNE_OFFICER, Role.APPRAISER];

const TRANSITIONS: readonly Transition[] = [
  { step: 'SAVE', from: [NOT_STARTED, DRAFT, RETURNED], to: DRAFT, roles: ENTRY },
  { step: 'SUBMIT', from: [NOT_STARTED, DRAFT, RETURNED], to: SUBMITTED, roles: ENTRY },
  { step: 'RETURN', from: [SUBMITTED], to: RETURNED, roles: [Role.APPRAISER] },
  { step: 'RETURN', from: [APPRAISED], to: RETURNED, roles: [Role.RECOGNISER] },
  { step: 'APPRAISE', from: [SUBMITTED, APPRAISED], to: APPRAISED, roles: [Role.APPRAISER] },
  { step: 'RECOGNISE', from: [APPRAISED], to: RECOGNISED, roles: [Role.RECOGNISER] },
  { step: 'REVOKE', from: [RECOGNISED], to: REVOKED, roles: [Role.RECOGNISER] },
];

/** Who takes a step, wherever it begins. */
export function rolesOf(step: Step): Role[] {
  return [...new Set(TRANSITIONS.filter((transition) => transition.step === step).flatMap(({ roles }) => roles))];
}

/**
 * Who has the next step of an assessment without a result. An appraisal that could not decide is the appraiser's to
 * complete: nobody confirms it.
 */
export function rolesWaitingFor(state: AssessmentState): Role[] {
  if (state === APPRAISED) return [Role.APPRAISER];
  const next = TRANSITIONS.filter(({ step, from }) => step !== 'REVOKE' && from.includes(state));
  return [...new Set(next.filter(({ to }) => to !== state).flatMap(({ roles }) => roles))];
}

/**
 * The state that a step leads to.
 * @throws SpeakingError WRONG_STATE where the step does not begin at this state, FORBIDDEN where the role does not take it
 */
export function takeStep(step: Step, state: AssessmentState, role: Role): AssessmentState {
  const possible = TRANSITIONS.filter((transition) => transition.step === step);
  const begins = possible.filter(({ from }) => from.includes(state));
  if (begins.length === 0) {
    const known = possible.flatMap(({ from }) => from).join(', ');
    throw new SpeakingError('WRONG_STATE', `${step} begins at ${known}; this assessment is ${state}.`);
  }
  const transition = begins.find(({ roles }) => roles.includes(role));
  if (transition) return transition.to;
  const roles = begins.flatMap((begin) => begin.roles).join(' or ');
  throw new SpeakingError('FORBIDDEN', `${step} of an assessment that is ${state} is for ${roles}; you are ${role}.`);
}
