import type { Readiness } from './subgraph';

const DEADLINE_MS = 5_000;

/** Whether something is ready, answered within five seconds: what hangs is not. */
export async function readinessWithin(asked: { readiness(): Promise<Readiness> }): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve({ ready: false, waitingFor: 'an answer', versions: {} }), DEADLINE_MS);
  });
  try {
    return await Promise.race([asked.readiness(), late]);
  } finally {
    clearTimeout(timer);
  }
}
