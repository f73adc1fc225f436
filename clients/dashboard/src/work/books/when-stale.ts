import type { FormFault } from '../step/form-fault';

/** What is done about faults before they are shown: after a lost update the books are read again. */
export function whenStale(onStale: () => void) {
  return async (faults: readonly FormFault[]): Promise<void> => {
    if (faults.some(({ code }) => code === 'STALE_VERSION' || code === 'WRONG_STATE')) onStale();
  };
}
