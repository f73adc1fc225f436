import { z } from 'zod';
import { StartError } from './start-error';
import { tracingVariables } from './tracing/tracing';

/**
 * Parses the environment once, at the start of a process.
 * @throws StartError that names *all* faults at once, each with its variable
 */
export function readEnvironment<T extends z.ZodType>(schema: T, environment: NodeJS.ProcessEnv): z.output<T> {
  // an empty variable is an absent one: compose files pass `NAME=` for what is not set
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new StartError(`environment: ${faults.join('; ')}`, 'set these variables as README.md says and start again');
}

// digits alone: coercion would take a blank for port 0
export const portVariable = z
  .string('must be a port number')
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((port) => port <= 65_535, 'must be a port number');
/** With its scheme: `geography:4001` alone is a URL too, of a scheme that nobody can call. */
export const urlVariable = z.url({
  protocol: /^(https?|postgres(ql)?)$/,
  error: 'must be a URL with http:// or postgres://',
});
/** PostgreSQL's address; http:// would be taken for a server that hangs up. */
export const databaseUrlVariable = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a URL with postgres://' });
/**
 * The key that signs internal tokens: 32 bytes or more, the same for the gateway and its services. While it is rotated,
 * two with a comma between them: the first signs, both verify.
 */
export const internalKeyVariable = z
  .string('is missing')
  .refine((keys) => keys.split(',').every((key) => key.length >= 32), 'must have 32 characters or more')
  .refine((keys) => keys.split(',').length <= 2, 'may name two keys while they are rotated, and no more');

/** What each service reads from its environment, beside what is its own. */
export const serviceVariables = {
  /** Connects as the application's role. */
  DATABASE_URL: databaseUrlVariable,
  /** Connects as the owner of the schema, for migrations and reference data at the start. */
  OWNER_DATABASE_URL: databaseUrlVariable,
  INTERNAL_KEY: internalKeyVariable,
  HOST: z.string().default('127.0.0.1'),
  /** What the database must be for; unset, it stays what it is. */
  DEMONSTRATION: z.stringbool('must be true or false').optional(),
  /** What a new database is for where DEMONSTRATION is unset. */
  DEMONSTRATION_IF_NEW: z.stringbool('must be true or false').default(false),
  /** A folder outside of the database, for the signed heads of the audit and the key that signs them. */
  TIEUCHI_AUDIT_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
  ...tracingVariables,
};
