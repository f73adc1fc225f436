import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FOLDER } from '@tieuchi/schema';
import { compose } from '../../schema/src/compose';
import { printContract } from '../../schema/src/print-contract';
import { DASHBOARD_OPERATIONS, printDashboardOperations } from '../../schema/src/print-dashboard-operations';

describe('the contract in schema/', () => {
  it.each(Object.entries(printContract()))('%s is what the code says; npm run schema writes it', (file, text) => {
    expect(readFileSync(join(SCHEMA_FOLDER, file), 'utf8')).toBe(text);
  });

  it('is what the types of the dashboard are made of; npm run schema writes them', async () => {
    expect(readFileSync(join(SCHEMA_FOLDER, DASHBOARD_OPERATIONS), 'utf8')).toBe(await printDashboardOperations());
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
