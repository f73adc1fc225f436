import { createContext } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { askOverHttp } from '../../data/ask-over-http';
import { callerOperation } from '../../data/operations.generated';
import { keepToken, readToken } from '../../data/session';
import type { Caller, WorkView } from '../work-view';

/** START: the frame as the server rendered it, which knows no token. */
export type SessionStatus = 'START' | 'SIGNED_OUT' | 'CHECKING' | 'SIGNED_IN' | 'REFUSED' | 'EXPIRED' | 'LOST';

export interface Session {
  readonly status: SessionStatus;
  /** Who signed in last; kept while the token is renewed, so that nothing that was typed is taken away. */
  readonly caller: Caller | null;
  signIn(token: string): void;
  signOut(): void;
  /** A step found that the token holds no more. */
  expire(): void;
}

const NOBODY: Session = { status: 'START', caller: null, signIn() {}, signOut() {}, expire() {} };

/** For the parts that take steps: they learn first that a token holds no more. */
export const SessionContext = createContext<Session>(NOBODY);

type State = Pick<Session, 'status' | 'caller'>;

export function useSession(view: WorkView): Session {
  const [state, setState] = useState<State>({ status: 'START', caller: null });
  const check = useCallback(async () => {
    setState(({ caller }) => ({ status: 'CHECKING', caller }));
    const next = await askCaller(view);
    setState(({ caller }) => ({ ...next, caller: next.caller ?? caller }));
  }, [view]);
  useEffect(() => {
    if (readToken() === null) setState({ status: 'SIGNED_OUT', caller: null });
    else void check();
  }, [check]);
  return {
    ...state,
    signIn(token) {
      keepToken(token);
      void check();
    },
    signOut() {
      keepToken(null);
      location.reload();
    },
    expire: () => setState(({ caller }) => ({ status: 'EXPIRED', caller })),
  };
}

/** Who the token of this tab names. One that is not accepted is forgotten. */
async function askCaller({ question }: WorkView): Promise<State> {
  const variables = { map: question?.map ?? null, language: question?.language ?? 'VI' };
  try {
    const { data, faults } = await askOverHttp(callerOperation, variables);
    if (data?.caller) return { status: 'SIGNED_IN', caller: data.caller };
    if (!faults.some(({ code }) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')) {
      return { status: 'LOST', caller: null };
    }
    keepToken(null);
    return { status: 'REFUSED', caller: null };
  } catch {
    return { status: 'LOST', caller: null };
  }
}
