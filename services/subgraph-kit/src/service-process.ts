import { z } from 'zod';
import { portVariable, readEnvironment, serviceVariables, urlVariable } from './environment';
import { createLogger } from './logger';
import { registerOverHttp } from './register/register-source';
import { runService } from './run-service';
import type { RegisteredServiceOptions, ServiceOptions } from './service-start';
import type { Subgraph } from './subgraph';
import { startTracing } from './tracing/tracing';

/** `main` of a service that needs no other: reads the environment, starts, serves until it is asked to end. */
export function runServiceProcess(
  name: string,
  defaultPort: number,
  start: (options: ServiceOptions) => Promise<Subgraph>,
): Promise<void> {
  const variables = z.object({ ...serviceVariables, PORT: portVariable.default(defaultPort) });
  return runService(name, async () => {
    const environment = readEnvironment(variables, process.env);
    startTracing(name, environment);
    return { ...serving(name, environment), subgraph: await start(optionsOf(name, environment)) };
  });
}

/** `main` of a service that keeps a register of units: it asks geography at GEOGRAPHY_URL. */
export function runRegisteredServiceProcess(
  name: string,
  defaultPort: number,
  start: (options: RegisteredServiceOptions) => Promise<Subgraph>,
): Promise<void> {
  const variables = z.object({
    ...serviceVariables,
    PORT: portVariable.default(defaultPort),
    GEOGRAPHY_URL: urlVariable,
  });
  return runService(name, async () => {
    const environment = readEnvironment(variables, process.env);
    startTracing(name, environment);
    const register = registerOverHttp(environment.GEOGRAPHY_URL, environment.INTERNAL_KEY);
    return { ...serving(name, environment), subgraph: await start({ ...optionsOf(name, environment), register }) };
  });
}

const common = z.object({ ...serviceVariables, PORT: portVariable });
type Common = z.output<typeof common>;

function optionsOf(name: string, environment: Common): ServiceOptions {
  return {
    ownerUrl: environment.OWNER_DATABASE_URL,
    appUrl: environment.DATABASE_URL,
    demonstration: environment.DEMONSTRATION ?? null,
    onProgress: (message) => process.stdout.write(`… ${message}\n`),
    demonstrationIfNew: environment.DEMONSTRATION_IF_NEW,
    auditDir: environment.TIEUCHI_AUDIT_DIR,
    logger: createLogger(name, environment.LOG_LEVEL),
  };
}

function serving(name: string, environment: Common) {
  return {
    host: environment.HOST,
    port: environment.PORT,
    internalKey: environment.INTERNAL_KEY,
    logger: createLogger(name, environment.LOG_LEVEL),
  };
}
