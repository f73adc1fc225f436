import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Answer } from '../data/answer';
import { SessionContext } from './session/session';

/** What was asked last, and whether it is there. While it is asked again, what was answered before stays. */
export interface Answered<Data> {
  readonly status: 'LOADING' | 'READY' | 'FAILED';
  readonly data: Data | null;
  reload(): Promise<void>;
}

/** @param load must be the same function as long as the same is asked */
export function useAnswer<Data>(load: () => Promise<Answer<Data>>): Answered<Data> {
  const { expire } = useContext(SessionContext);
  const [state, setState] = useState<Pick<Answered<Data>, 'status' | 'data'>>({ status: 'LOADING', data: null });
  const reload = useCallback(async () => {
    setState(({ data }) => ({ status: 'LOADING', data }));
    const { data, faults } = await load().catch(() => ({ data: null, faults: [] }));
    if (faults.some(({ code }) => code === 'UNAUTHENTICATED')) expire();
    setState((before) => (data ? { status: 'READY', data } : { status: 'FAILED', data: before.data }));
  }, [load]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { ...state, reload };
}
