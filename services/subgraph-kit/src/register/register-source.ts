import { SYSTEM } from '../identity/actor';
import { signInternalToken } from '../identity/internal-token';
import { StartError } from '../start-error';
import type { Subgraph } from '../subgraph';
import type { RegisterSnapshot } from './register-snapshot';

export const REGISTER_PATH = '/internal/register';

/** Where a service gets the register from. */
export interface RegisterSource {
  /** @throws when geography does not answer, or when `signal` says that nobody waits; the service keeps what it has */
  currentEdition(signal?: AbortSignal): Promise<number>;
  fetchSnapshot(edition: number, signal?: AbortSignal): Promise<RegisterSnapshot>;
}

/**
 * Geography in another process. Each call ends after `deadlineMs`.
 * @throws StartError when no register comes
 */
export function registerOverHttp(geographyUrl: string, internalKey: string, deadlineMs = 20_000): RegisterSource {
  return registerFrom(async (path, signal) => {
    const token = await signInternalToken({ actor: SYSTEM, asOf: null }, internalKey);
    const given = AbortSignal.timeout(deadlineMs);
    try {
      const response = await fetch(new URL(path, geographyUrl), {
        headers: { authorization: `Bearer ${token}` },
        signal: signal ? AbortSignal.any([given, signal]) : given,
      });
      // a refusal is read, too: a body that nobody reads holds its connection for ever
      const body = await response.text();
      if (response.ok) return body;
      throw new StartError(
        `geography answered ${response.status} for its register`,
        'give both the same INTERNAL_KEY, and see what geography logged',
      );
    } catch (error) {
      if (error instanceof StartError) throw error;
      throw new StartError('geography does not answer for its register', 'start it first, and check GEOGRAPHY_URL');
    }
  });
}

/** Geography in this process. */
export function registerInProcess(geography: Subgraph): RegisterSource {
  return registerFrom(async (path) => {
    const answer = await geography.internalRoute?.(path);
    if (typeof answer?.body !== 'string') throw new Error('geography publishes no register');
    return answer.body;
  });
}

function registerFrom(get: (path: string, signal?: AbortSignal) => Promise<string>): RegisterSource {
  return {
    currentEdition: async (signal) => (JSON.parse(await get(REGISTER_PATH, signal)) as { edition: number }).edition,
    fetchSnapshot: async (edition, signal) =>
      JSON.parse(await get(`${REGISTER_PATH}/${edition}`, signal)) as RegisterSnapshot,
  };
}
