import { useContext, useState } from 'preact/hooks';
import type { Operation } from '../../data/operations.generated';
import { SessionContext } from '../session/session';
import { type FormFault, placeErrors } from './form-fault';
import { takeStep, type UserError } from './take-step';

export type Phase = 'IDLE' | 'SENDING' | 'REFUSED' | 'SIGNED_OUT' | 'LOST';

/** A step of a form: how far it is, and what is wrong with what was sent. What was typed is the form's, and stays. */
export interface Step {
  readonly phase: Phase;
  readonly faults: readonly FormFault[];
  /** Counts what was refused or lost, so that a notice can be announced anew. */
  readonly attempts: number;
  /** Something is typed there: what was wrong with it is no longer said. */
  mend(number: number | null, field?: string): void;
  /** What the page itself finds is said before anything is sent. */
  refuse(faults: readonly FormFault[]): void;
  /**
   * @param sent numbers of the contents in the order in which they are sent
   * @param onFaults before they are shown: what they say may ask for more
   * @returns null where it was not taken
   */
  take<Data extends Payload, Variables extends object>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    sent?: readonly number[],
    onFaults?: (faults: readonly FormFault[]) => Promise<void>,
  ): Promise<Data['payload'] | null>;
}

interface Payload {
  readonly payload: { readonly userErrors: readonly UserError[] };
}

type State = Pick<Step, 'phase' | 'faults' | 'attempts'>;

export function useStep(): Step {
  const { expire } = useContext(SessionContext);
  const [state, setState] = useState<State>({ phase: 'IDLE', faults: [], attempts: 0 });
  const end = (phase: Phase, faults: readonly FormFault[] = []) =>
    setState(({ attempts }) => ({ phase, faults, attempts: attempts + 1 }));
  return {
    ...state,
    mend: (number, field) =>
      setState((before) => {
        const faults = before.faults.filter((fault) => fault.number !== number || (field && fault.field !== field));
        const isMended = before.phase === 'REFUSED' && before.faults.length > 0 && faults.length === 0;
        return { ...before, faults, phase: isMended ? 'IDLE' : before.phase };
      }),
    refuse: (faults) => end('REFUSED', faults),
    async take(operation, variables, sent = [], onFaults = async () => {}) {
      end('SENDING');
      const outcome = await takeStep(operation, variables);
      if (outcome.kind === 'DONE') {
        end('IDLE');
        return outcome.payload;
      }
      if (outcome.kind === 'SIGNED_OUT') expire();
      const faults = outcome.kind === 'REFUSED' ? placeErrors(outcome.errors, sent) : [];
      await onFaults(faults);
      end(outcome.kind, faults);
      return null;
    },
  };
}
