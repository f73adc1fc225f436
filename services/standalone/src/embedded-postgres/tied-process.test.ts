import { closeSync, openSync } from 'node:fs';
import { spawnTied } from './tied-process';

const log = openSync('/dev/null', 'w');

afterAll(() => closeSync(log));

describe('a tied process', () => {
  it('reports the exit code of its program', async () => {
    expect(await spawnTied(['/bin/sh', '-c', 'exit 9'], { log }).exited).toBe(9);
    expect(await spawnTied(['/nowhere/postgres'], { log }).exited).toBe(127);
  });

  it('is asked again to end when it has not heard the first time', async () => {
    const deaf = `let heard = 0; process.on('SIGINT', () => { if (++heard === 2) process.exit(7); }); setTimeout(() => {}, 20_000);`;
    const tied = spawnTied([process.execPath, '-e', deaf], { log });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(tied.hasExited()).toBe(false);
    tied.end();
    expect(await tied.exited).toBe(7);
    expect(tied.hasExited()).toBe(true);
  });
});
