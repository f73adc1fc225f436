import { Role, SpeakingError } from '@tieuchi/subgraph-kit';
import { registerEnumType } from 'type-graphql';

export enum StatementState {
  DRAFT = 'DRAFT',
  SIGNED = 'SIGNED',
  RECEIVED = 'RECEIVED',
  RETURNED = 'RETURNED',
}

registerEnumType(StatementState, {
  name: 'StatementState',
  description: 'How far a statement has come.',
  valuesConfig: {
    DRAFT: { description: 'Counted, not signed yet.' },
    SIGNED: { description: 'Signed on a paper and sent up: the books are closed.' },
    RECEIVED: { description: 'Taken by the ministry.' },
    RETURNED: { description: 'Sent back with a reason; the level draws up another one.' },
  },
});

/** What people do with a statement that there is. */
export type StatementStep = 'REDRAFT' | 'SIGN' | 'RECEIVE' | 'RETURN';

interface Transition {
  readonly from: readonly StatementState[];
  readonly to: StatementState;
  readonly roles: readonly Role[];
}

const { DRAFT, SIGNED, RECEIVED, RETURNED } = StatementState;

/** Who draws up a statement, the first time and again. */
export const DRAFTERS: readonly Role[] = [Role.APPRAISER, Role.RECOGNISER];

const TRANSITIONS: Readonly<Record<StatementStep, Transition>> = {
  REDRAFT: { from: [DRAFT], to: DRAFT, roles: DRAFTERS },
  SIGN: { from: [DRAFT], to: SIGNED, roles: [Role.RECOGNISER] },
  RECEIVE: { from: [SIGNED], to: RECEIVED, roles: [Role.MINISTRY] },
  RETURN: { from: [SIGNED, RECEIVED], to: RETURNED, roles: [Role.MINISTRY] },
};

/** Who takes a step. */
export function rolesOfStatement(step: StatementStep): readonly Role[] {
  return TRANSITIONS[step].roles;
}

/**
 * The state that a step leads to.
 * @throws SpeakingError WRONG_STATE where the step does not begin at this state, FORBIDDEN where the role does not take it
 */
export function takeStatementStep(step: StatementStep, state: StatementState, role: Role): StatementState {
  const { from, to, roles } = TRANSITIONS[step];
  if (!from.includes(state)) {
    throw new SpeakingError('WRONG_STATE', `${step} begins at ${from.join(', ')}; this statement is ${state}.`);
  }
  if (roles.includes(role)) return to;
  throw new SpeakingError('FORBIDDEN', `${step} of a statement is for ${roles.join(' or ')}; you are ${role}.`);
}
