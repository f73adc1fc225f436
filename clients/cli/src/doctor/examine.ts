import { askGraphql, reach, readOperation, type Server } from '../ask-graphql';
import { CliError } from '../terminal';

/** One thing that was looked at. */
export interface Finding {
  readonly subject: string;
  readonly isWell: boolean;
  /** What was seen, or what is wrong and what to do. */
  readonly text: string;
}

interface Readiness {
  readonly version?: string;
  readonly services: Readonly<
    Record<string, { readonly ready: boolean; readonly waitingFor: string | null; readonly versions: Versions }>
  >;
}
type Versions = Readonly<Record<string, string>>;

/**
 * Looks at a server from outside, as a client does: whether it can be reached, whether each service is ready and holds
 * the same register, and whether each answers a question.
 */
export async function examine(server: Server, ownVersion: string): Promise<Finding[]> {
  const began = performance.now();
  const response = await reach(server, '/readyz');
  const tookMs = Math.round(performance.now() - began);
  const readiness = (await response.json().catch(() => null)) as Readiness | null;
  if (!readiness?.services) {
    return [{ subject: 'gateway', isWell: false, text: `${server.url} answers ${response.status}, but is no gateway` }];
  }
  return [
    { subject: 'gateway', isWell: true, text: `reached in ${tookMs} ms` },
    versionFinding(readiness.version, ownVersion),
    ...Object.entries(readiness.services).map(([name, service]) => serviceFinding(name, service)),
    registerFinding(readiness),
    await answerFinding(server),
  ];
}

function versionFinding(serverVersion: string | undefined, ownVersion: string): Finding {
  const isWell = serverVersion === ownVersion;
  const same = `${ownVersion} on both sides`;
  const text = `the server is ${serverVersion ?? 'of an unknown version'}, tieuchi is ${ownVersion}: use the same`;
  return { subject: 'version', isWell, text: isWell ? same : text };
}

function serviceFinding(subject: string, { ready, waitingFor, versions }: Readiness['services'][string]): Finding {
  const held = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return { subject, isWell: ready, text: ready ? ['ready', ...held].join(', ') : `waits: ${waitingFor ?? 'unknown'}` };
}

/** Services follow geography's register; until they have caught up, they answer from the map that they hold. */
function registerFinding({ services }: Readiness): Finding {
  const newest = services.geography?.versions.register;
  const behind = Object.entries(services).filter(
    ([, { versions }]) => versions.register !== undefined && versions.register !== newest,
  );
  const lags = behind.map(([name, { versions }]) => `${name} holds ${versions.register}`);
  return {
    subject: 'register',
    isWell: lags.length === 0,
    text: lags.length === 0 ? `${newest ?? 'none'} everywhere` : `geography has ${newest}, ${lags.join(', ')}`,
  };
}

async function answerFinding(server: Server): Promise<Finding> {
  const began = performance.now();
  try {
    const { mapState } = await askGraphql<{ mapState: { answeredBy: string; provinces: number } }>(
      server,
      readOperation('doctor'),
    );
    const tookMs = Math.round(performance.now() - began);
    const text = `every service answers, in ${tookMs} ms; the map is that of ${mapState.answeredBy}, ${mapState.provinces} provinces`;
    return { subject: 'question', isWell: true, text };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { subject: 'question', isWell: false, text: error.message };
  }
}
