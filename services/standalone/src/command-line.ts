import { parseArgs } from 'node:util';
import { StartError } from '@tieuchi/subgraph-kit';

export const HELP = `npm start [-- OPTIONS]

Starts Tiêu chí on this machine: PostgreSQL, the services and the gateway, in one process.

  --no-demo   a new database for real data, without demonstration data
  --demo      a new database with demonstration data (the default without DATABASE_URL)
  --help      this text

Environment:
  PORT              where the gateway listens (4000)
  HOST              on which address (127.0.0.1)
  METRICS_PORT      where this machine alone reads the gateway's /metrics (nowhere)
  TIEUCHI_DATA_DIR  where the data lies (.data in this folder)
  TIEUCHI_AUDIT_DIR where the signed heads of the audit lie (audit in the data folder)
  DATABASE_URL      PostgreSQL 15 or newer that runs elsewhere, instead of the embedded one
  TIEUCHI_ISSUERS   a file that names the issuers of users' tokens (docs/identity.md)
  TIEUCHI_PG_BIN    another PostgreSQL's programs for the embedded one, e.g. /usr/lib/postgresql/15/bin
  REQUESTS_AT_WORK  how many requests are answered at the same time, REQUESTS_WAITING how many wait
  OTEL_EXPORTER_OTLP_ENDPOINT
                    where traces go, by OTLP over HTTP (nowhere)
  LOG_LEVEL         fatal, error, warn (default), info or debug`;

export interface CommandLine {
  /** Null: whatever the database is. */
  readonly demonstration: boolean | null;
  readonly help: boolean;
}

/** @throws StartError that names an option that there is not */
export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { demo: { type: 'boolean' }, help: { type: 'boolean', short: 'h', default: false } },
      allowNegative: true,
    });
    return { demonstration: values.demo ?? null, help: values.help };
  } catch (error) {
    throw new StartError((error as Error).message.split('\n', 1)[0] as string, 'npm start -- --help shows the options');
  }
}
