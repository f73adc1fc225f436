import type { ComposeFile, ComposeService } from './compose-file';

/** What of a program a compose file has to agree with. */
export interface ProgramVariables {
  read(main: string): ReadonlySet<string>;
  required(main: string): ReadonlySet<string>;
}

const HEALTH_URL = /http:\/\/127\.0\.0\.1:(\d+)(\/[a-z]*)/;

/** Where a compose file and the programs disagree, one sentence each. */
export function findFaults(compose: ComposeFile, variables: ProgramVariables): string[] {
  return Object.entries(compose.services).flatMap(([name, service]) => [
    ...(service.command ? variableFaults(name, service, variables) : []),
    ...healthFaults(name, service),
    ...addressFaults(name, service, compose),
    ...networkFaults(name, service, compose),
  ]);
}

function variableFaults(name: string, { command, environment }: ComposeService, variables: ProgramVariables): string[] {
  const main = command!.at(-1)!;
  const read = variables.read(main);
  const set = Object.keys(environment);
  return [
    ...set.filter((each) => !read.has(each)).map((each) => `${name} is given ${each}, which it does not read`),
    ...[...variables.required(main)]
      .filter((each) => !set.includes(each))
      .map((each) => `${name} is not given ${each}, without which it does not start`),
  ];
}

function healthFaults(name: string, { healthcheck, environment }: ComposeService): string[] {
  if (healthcheck.disable || environment.PORT === undefined) return [];
  const [, port, path] = HEALTH_URL.exec(healthcheck.test?.join(' ') ?? '') ?? [];
  return [
    ...(port === environment.PORT
      ? []
      : [`${name} listens on ${environment.PORT}, and its health is asked at ${port}`]),
    ...(path === '/readyz' || path === '/healthz' ? [] : [`${name} has no health at ${path}`]),
  ];
}

/** Every `//host:port` in an address is a service that is waited for, on the port that it listens on. */
function addressFaults(
  name: string,
  { environment, depends_on = {} }: ComposeService,
  { services }: ComposeFile,
): string[] {
  return Object.entries(environment).flatMap(([variable, value]) => {
    const [, host, port] = /(?:@|:\/\/)([a-z-]+):(\d+)/.exec(value) ?? [];
    if (host === undefined) return [];
    const target = services[host];
    if (!target) return [`${name}: ${variable} names ${host}, which is no service`];
    const listens = target.environment.PORT ?? '5432';
    return [
      ...(listens === port ? [] : [`${name}: ${variable} asks ${host} at ${port}, and it listens on ${listens}`]),
      ...(isWaitedFor(host, depends_on, services) ? [] : [`${name} does not wait for ${host}`]),
    ];
  });
}

function isWaitedFor(
  host: string,
  dependsOn: NonNullable<ComposeService['depends_on']>,
  services: ComposeFile['services'],
): boolean {
  return Object.entries(dependsOn).some(
    ([each, { condition }]) =>
      (each === host && condition === 'service_healthy') ||
      isWaitedFor(host, services[each]?.depends_on ?? {}, services),
  );
}

function networkFaults(name: string, { networks, ports = [] }: ComposeService, compose: ComposeFile): string[] {
  const isInside = networks.every((network) => compose.networks[network]?.internal === true);
  if (name !== 'gateway') {
    return [
      ...(isInside ? [] : [`${name} is in a network that is not internal`]),
      ...ports.map((port) => `${name} publishes ${port}`),
    ];
  }
  const published = ports.map((port) => port.split(':').at(-1));
  const { PORT } = compose.services.gateway!.environment;
  return published.length === 1 && published[0] === PORT
    ? []
    : [`the gateway publishes ${published}, not ${PORT} alone`];
}
