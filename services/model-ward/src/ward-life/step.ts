import { Role, SpeakingError } from '@tieuchi/subgraph-kit';
import { WardState } from '../pilot-ward/ward-state';

/** What people do with the registration of a ward. */
export type Step =
  | 'REGISTER'
  | 'BEGIN'
  | 'SELF_SCORE'
  | 'RETURN'
  | 'APPRAISE'
  | 'PROPOSE'
  | 'RECOGNISE'
  | 'RE_RECOGNISE'
  | 'REVOKE'
  | 'WITHDRAW';

interface Transition {
  readonly step: Step;
  readonly from: readonly WardState[];
  readonly to: WardState;
  readonly roles: readonly Role[];
}

const {
  NOT_REGISTERED,
  REGISTERED,
  UNDER_WAY,
  SELF_SCORED,
  APPRAISED,
  PROPOSED,
  RECOGNISED,
  RE_RECOGNISED,
  REVOKED,
  WITHDRAWN,
} = WardState;

/** The province may enter for a ward without a line; then somebody else appraises it. */
const ENTRY = [Role.COMMUNE_OFFICER, Role.APPRAISER];
/** The Minister recognises, on proposal of the provincial police (congan.nghean.gov.vn 3/2024, baoquangnam.vn 30/5/2025). */
const RECOGNITION = [Role.RECOGNISER, Role.MINISTRY];

const TRANSITIONS: readonly Transition[] = [
  { step: 'REGISTER', from: [NOT_REGISTERED, WITHDRAWN, REVOKED], to: REGISTERED, roles: ENTRY },
  { step: 'BEGIN', from: [REGISTERED, UNDER_WAY], to: UNDER_WAY, roles: ENTRY },
  { step: 'SELF_SCORE', from: [UNDER_WAY, SELF_SCORED], to: SELF_SCORED, roles: ENTRY },
  { step: 'RETURN', from: [SELF_SCORED, APPRAISED], to: UNDER_WAY, roles: [Role.APPRAISER] },
  { step: 'RETURN', from: [PROPOSED], to: APPRAISED, roles: RECOGNITION },
  { step: 'APPRAISE', from: [SELF_SCORED, APPRAISED], to: APPRAISED, roles: [Role.APPRAISER] },
  { step: 'PROPOSE', from: [APPRAISED], to: PROPOSED, roles: [Role.APPRAISER] },
  { step: 'RECOGNISE', from: [PROPOSED], to: RECOGNISED, roles: RECOGNITION },
  { step: 'RE_RECOGNISE', from: [RECOGNISED, RE_RECOGNISED], to: RE_RECOGNISED, roles: RECOGNITION },
  { step: 'REVOKE', from: [RECOGNISED, RE_RECOGNISED], to: REVOKED, roles: RECOGNITION },
  {
    step: 'WITHDRAW',
    from: [REGISTERED, UNDER_WAY, SELF_SCORED, APPRAISED, PROPOSED],
    to: WITHDRAWN,
    roles: ENTRY,
  },
];

/** Who takes a step, wherever it begins. */
export function rolesOf(step: Step): Role[] {
  return [...new Set(TRANSITIONS.filter((transition) => transition.step === step).flatMap(({ roles }) => roles))];
}

/**
 * The state that a step leads to.
 * @throws SpeakingError WRONG_STATE where the step does not begin at this state, FORBIDDEN where the role does not take it
 */
export function takeStep(step: Step, state: WardState, role: Role): WardState {
  const possible = TRANSITIONS.filter((transition) => transition.step === step);
  const begins = possible.filter(({ from }) => from.includes(state));
  if (begins.length === 0) {
    const known = possible.flatMap(({ from }) => from).join(', ');
    throw new SpeakingError('WRONG_STATE', `${step} begins at ${known}; the police of this ward is ${state}.`);
  }
  const transition = begins.find(({ roles }) => roles.includes(role));
  if (transition) return transition.to;
  const roles = begins.flatMap((begin) => begin.roles).join(' or ');
  throw new SpeakingError('FORBIDDEN', `${step} of a ward that is ${state} is for ${roles}; you are ${role}.`);
}
