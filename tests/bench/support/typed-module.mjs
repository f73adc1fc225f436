import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const ROOT = new URL('../../../', import.meta.url);

/**
 * A fixture of the tests, so that what they send is written once. It may import types and Node's own modules alone.
 * @param path from the root
 */
export function importFixture(path) {
  const filename = fileURLToPath(new URL(path, ROOT));
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    configFile: false,
    module: { type: 'es6' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
