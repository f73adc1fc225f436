import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FOLDER } from '@tieuchi/schema';
import { DASHBOARD_OPERATIONS } from '../../schema/src/client-operations';
import { compose } from '../../schema/src/compose';
import { printContract } from '../../schema/src/print-contract';

describe('the contract in schema/', () => {
  it.each(Object.entries(printContract()))('%s is what the code says; npm run schema writes it', (file, text) => {
    expect(readFileSync(join(SCHEMA_FOLDER, file), 'utf8')).toBe(text);
  });

  it('is what the types of the dashboard are made of; npm run schema writes them', () => {
    // in a process of its own: what makes the types is in part published as ES modules only
    const print = `require('./dist/print-dashboard-operations').printDashboardOperations().then((text) => process.stdout.write(text))`;
    const text = execFileSync(process.execPath, ['-e', print], { cwd: SCHEMA_FOLDER, encoding: 'utf8' });
    expect(readFileSync(join(SCHEMA_FOLDER, DASHBOARD_OPERATIONS), 'utf8')).toBe(text);
  });

  it('does not compose with faults, and all of them are listed', () => {
    const sdl = (body: string) =>
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n${body}`;
    const a = { name: 'a', sdl: sdl('type Query { a: Int! b: String! }') };
    const b = { name: 'b', sdl: sdl('type Query { a: Int! b: Boolean! }') };
    expect(() => compose([a, b])).toThrow(/do not compose \(\d\)/);
    const message = (() => {
      try {
        return compose([a, b]);
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(message).toContain('Query.a');
    expect(message).toContain('Query.b');
  });
});
