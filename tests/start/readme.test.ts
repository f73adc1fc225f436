import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestSystem, type TestSystem } from '../support/test-system';

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

describe('README.md', () => {
  it('has a question to paste that works as it stands', async () => {
    const command = /```sh\n(curl [^`]+)```/.exec(README)?.[1] as string;
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      command.replace('localhost:4000', new URL(system.url).host),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      data: {
        country: { attainment: { total: 7_692, origin: 'SYNTHETIC' } },
        province: { attainment: { met: 118, total: 121, ratePercent: '97.52', shortfall: 2 } },
        quotaCheck: { required: 106, fulfilled: false, origin: 'SYNTHETIC' },
      },
    });
  });

  it('names only scripts and paths that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { scripts: object };
    const named = [...README.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name as string);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
