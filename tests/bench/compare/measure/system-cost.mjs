import { readFileSync } from 'node:fs';
import { treeOf } from '../../support/memory.mjs';
import { cpuMsOf } from '../../support/process-cpu.mjs';

/**
 * What a system takes, its share of PostgreSQL included: one system is asked at a time, so all that the database does is
 * done for it.
 * @param {{ pids: number[], without?: number[], databasePid: number | null }} system `pids` with all below them,
 *   `without` what is below them and idle; no database: null
 */
export function costsOf({ pids, without = [], databasePid }) {
  const own = () =>
    pids.reduce((sum, pid) => sum + cpuMsOf(pid), 0) - without.reduce((sum, pid) => sum + cpuMsOf(pid), 0);
  return {
    cpu: () => ({ ownMs: own(), databaseMs: databasePid === null ? 0 : cpuMsOf(databasePid) }),
    /** PSS in MB; null where /proc/PID/smaps_rollup cannot be read. */
    memory() {
      const left = new Set(without);
      const trees = pids.flatMap((pid) => treeOf(pid)).filter((pid) => !left.has(pid));
      return pssOf([...new Set([...trees, ...(databasePid === null ? [] : treeOf(databasePid))])]);
    },
  };
}

function pssOf(pids) {
  try {
    return pids.reduce((sum, pid) => sum + pssKb(pid), 0) / 1_024;
  } catch {
    return null;
  }
}

function pssKb(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch (error) {
    // a backend that ended in between holds nothing
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 0;
    throw error;
  }
}

/** Sent four times a second by each service, however much is asked: the slower a request, the more would fall on it. */
const LOOKS_FOR_VERSION = 'select version from data_version';

/** Statements that PostgreSQL was sent since `reset`, those that begin, set and end transactions included. */
export function statementsOf(client) {
  return {
    reset: () => client.query('select pg_stat_statements_reset()'),
    async count() {
      const { rows } = await client.query(
        `select coalesce(sum(calls), 0)::int as sent from pg_stat_statements
         where query not like '%pg_stat_statements%' and query <> $1`,
        [LOOKS_FOR_VERSION],
      );
      return rows[0].sent;
    },
  };
}
