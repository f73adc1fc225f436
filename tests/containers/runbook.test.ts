import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readComposeFile } from './compose-file';

const runbook = readFileSync(join(ROOT, 'RUNBOOK.md'), 'utf8');
const source = readFileSync(join(ROOT, 'services/subgraph-kit/src/errors/speaking-error.ts'), 'utf8');
const CODES = [...source.matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(([, code]) => code!);
const rows = [...runbook.matchAll(/^\| `([A-Z_]+)` \|(.+)\|(.+)\|(.+)\|$/gm)];
const alerts = runbook.slice(runbook.indexOf('\n## Alerts'), runbook.indexOf('\n## Codes')).split('\n### ').slice(1);

const METRIC = /\b(?:tieuchi|nodejs|process)_[a-z_]+/g;

/** The names in the sources, with what a histogram makes of its own. */
function metricsOfTheCode(): Set<string> {
  const files = execFileSync(
    'git',
    ['grep', '-l', '--untracked', "'tieuchi_\\|'nodejs_\\|'process_", '--', '*.ts', ':!*.test.ts', ':!tests'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const names = files
    .trim()
    .split('\n')
    .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/'((?:tieuchi|nodejs|process)_[a-z_]+)'/g)]);
  return new Set(names.flatMap(([, name]) => [name!, `${name}_bucket`, `${name}_count`, `${name}_sum`]));
}

describe('RUNBOOK.md', () => {
  it('has one row for each code that a client can be told, and none for others', () => {
    expect(CODES.length).toBeGreaterThan(40);
    expect(rows.map(([, code]) => code).sort()).toEqual([...CODES].sort());
  });

  it('says of each code what it means, what to look at and what to do', () => {
    for (const [, code, ...cells] of rows) {
      expect([code, cells.length, cells.every((cell) => cell.trim() !== '')]).toEqual([code, 3, true]);
    }
  });

  it('has entries of alerts that say when, where to look and what to do', () => {
    expect(alerts.length).toBeGreaterThan(10);
    for (const alert of alerts.filter((each) => !each.startsWith('BackupOld'))) {
      expect(alert).toMatch(/^[A-Za-z]+\n`[^`]+`.*\*\*Look\*\*.*\*\*Do\*\*/s);
    }
  });

  it('names metrics that there are, in alerts and elsewhere', () => {
    const known = metricsOfTheCode();
    const named = [...new Set(runbook.match(METRIC))];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names alerts and services that there are', () => {
    const titles = alerts.map((alert) => alert.split('\n', 1)[0]);
    for (const [, , , , act] of rows) {
      for (const name of act!.match(/\b[A-Z][a-z]+[A-Z][A-Za-z]+\b/g) ?? []) expect(titles).toContain(name);
    }
    const { services } = readComposeFile();
    for (const [, name] of runbook.matchAll(/docker compose (?:exec -T|exec|restart|run --rm) ([a-z][a-z-]+)/g)) {
      expect(Object.keys(services)).toContain(name);
    }
    for (const [, name, port] of runbook.matchAll(/`([a-z-]+):(\d{4})`/g)) {
      const { PORT, METRICS_PORT } = services[name!]!.environment;
      expect([name, METRICS_PORT ?? PORT]).toEqual([name, port]);
    }
  });
});
