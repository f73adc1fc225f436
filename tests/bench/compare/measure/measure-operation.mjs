import { askAll } from '../load/ask.mjs';
import { drive } from '../load/load.mjs';
import { costsOf, statementsOf } from './system-cost.mjs';

/** Whoever needs longer than this for what warms it up is measured as it is. */
const WARM_MOST_SECONDS = 15;
/** As many, the same ones again where there are fewer: of two requests a keeper's own statements would be a third. */
const ASKED_ALONE = 60;

/**
 * One operation, or a mix, of one system that runs: first to warm it up, then to measure.
 * @param {{ running: object, operations: object[], database: object | null }} what `running` as a system's `start` gives
 * @param {{ seconds: number, warmRequests: number, connections: number, warmAll?: boolean,
 *   isApart?: boolean }} terms `warmAll`: each once at least; `isApart`: no two connections ask the same
 * @throws Error when an answer has another status than 200
 */
export async function measureOperation({ running, operations, database }, terms) {
  const load = { requests: operations.map(running.requestOf), connections: terms.connections, isApart: terms.isApart };
  // V8 has compiled what is run often, and a cache holds each answer
  const count = terms.warmAll ? Math.max(terms.warmRequests, operations.length) : terms.warmRequests;
  await drive({ ...load, count, seconds: WARM_MOST_SECONDS });
  const costs = costsOf({ ...running, databasePid: database?.pid ?? null });
  const statements = database && statementsOf(database.client);
  const statementsAlone = statements ? await countAlone(statements, load.requests) : 0;
  await statements?.reset();
  const before = costs.cpu();
  const seen = await drive({ ...load, seconds: terms.seconds });
  const after = costs.cpu();
  if (seen.refused > 0) throw new Error(`${seen.refused} of ${seen.times.length} answers were not 200`);
  return {
    requests: seen.times.length,
    perSecond: (1_000 * seen.times.length) / seen.ms,
    p50: quantile(seen.times, 0.5),
    p99: quantile(seen.times, 0.99),
    cpuMs: (after.ownMs - before.ownMs + after.databaseMs - before.databaseMs) / seen.times.length,
    databaseCpuMs: (after.databaseMs - before.databaseMs) / seen.times.length,
    bytes: seen.bytes / seen.times.length,
    statements: statements ? (await statements.count()) / seen.times.length : 0,
    statementsAlone,
    pssMb: costs.memory(),
  };
}

/** Statements for a request where each is asked after the one before it was answered. */
async function countAlone(statements, requests) {
  const asked = Array.from({ length: ASKED_ALONE }, (_, turn) => requests[turn % requests.length]);
  await statements.reset();
  await askAll(asked, 1);
  return (await statements.count()) / asked.length;
}

/** @param {number[]} values at least one, in any order */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
