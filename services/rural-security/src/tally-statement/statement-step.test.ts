import { Role } from '@tieuchi/subgraph-kit';
import { StatementState, type StatementStep, takeStatementStep } from './statement-step';

const STEPS: readonly StatementStep[] = ['REDRAFT', 'SIGN', 'RECEIVE', 'RETURN'];

test('of all steps, states and roles these are taken and no other', () => {
  const taken = STEPS.flatMap((step) =>
    Object.values(StatementState).flatMap((state) =>
      Object.values(Role).flatMap((role) => {
        try {
          return [`${step} ${state} ${role} ${takeStatementStep(step, state, role)}`];
        } catch {
          return [];
        }
      }),
    ),
  );
  expect(taken).toEqual([
    'REDRAFT DRAFT APPRAISER DRAFT',
    'REDRAFT DRAFT RECOGNISER DRAFT',
    'SIGN DRAFT RECOGNISER SIGNED',
    'RECEIVE SIGNED MINISTRY RECEIVED',
    'RETURN SIGNED MINISTRY RETURNED',
    'RETURN RECEIVED MINISTRY RETURNED',
  ]);
});

test('a wrong state is told before a wrong role', () => {
  expect(() => takeStatementStep('SIGN', StatementState.SIGNED, Role.VIEWER)).toThrow(/begins at DRAFT.*is SIGNED/);
  expect(() => takeStatementStep('SIGN', StatementState.DRAFT, Role.APPRAISER)).toThrow(
    /for RECOGNISER; you are APPRAISER/,
  );
});
