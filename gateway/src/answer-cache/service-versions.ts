import type { SubgraphAccess } from '../subgraph-access/subgraph-access';

/** What an answer rests on: by service the version of its data. Equal texts, equal data. */
export type Versions = ReadonlyMap<string, string>;

/** The versions that clients are told and send back: the numbers of the services' own databases. */
export type ToldVersions = Readonly<Record<string, number>>;

interface Known {
  /** How often the service's voice was heard anew: what it says after a silence is not compared with what it said before. */
  epoch: number;
  version: number | null;
}

/** The versions of all services behind a gateway, each as new as what the gateway has acknowledged to anybody. */
export class ServiceVersions {
  private readonly known = new Map<string, Known>();
  private readonly unwatch: (() => void)[];

  constructor(subgraphs: readonly SubgraphAccess[]) {
    this.unwatch = subgraphs.flatMap(({ name, watchVersion }) => {
      // one that keeps no rows: its answers change with the software alone
      const known: Known = { epoch: 0, version: watchVersion ? null : 0 };
      this.known.set(name, known);
      if (!watchVersion) return [];
      const end = watchVersion((version) => {
        if (known.version === null && version !== null) known.epoch += 1;
        known.version = version;
      });
      return [end];
    });
  }

  /** @returns null where it is not known, so that nothing may be kept or taken from what is kept */
  of(service: string): string | null {
    const { epoch, version = null } = this.known.get(service) ?? {};
    return version === null ? null : `${epoch}.${version}`;
  }

  /** Of all services at this moment; those that cannot be told are left out. */
  now(): Versions {
    const entries = [...this.known.keys()].map((name) => [name, this.of(name)] as const);
    return new Map(entries.filter((entry): entry is [string, string] => entry[1] !== null));
  }

  /** Whether a client was told of newer data than this gateway knows of: by another gateway, a moment ago. */
  isBehind(told: ToldVersions): boolean {
    return [...this.known].some(([name, { version }]) => (told[name] ?? 0) > (version ?? 0));
  }

  /** What a client is told of the services that its answer is of. */
  told(services: Iterable<string>): ToldVersions {
    const entries = [...services].map((name) => [name, this.known.get(name)?.version ?? 0] as const);
    return Object.fromEntries(entries.filter(([, version]) => version > 0));
  }

  stop(): void {
    for (const end of this.unwatch) end();
  }
}
