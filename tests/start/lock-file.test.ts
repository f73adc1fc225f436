import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function readLock(file: string): Record<string, LockedPackage> {
  return JSON.parse(readFileSync(join(__dirname, '../..', file), 'utf8')).packages;
}

describe.each(['package-lock.json', 'tests/mutation/package-lock.json'])('%s', (file) => {
  const packages = readLock(file);

  it('names the optional package of every platform: npm ci refuses a lock without one, and another machine needs its own', () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${folder}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry: a lock that was made elsewhere must install here', () => {
    const hosts = Object.values(packages).flatMap(({ resolved }) => (resolved?.startsWith('http') ? [resolved] : []));
    expect(hosts).toEqual([]);
  });
});
