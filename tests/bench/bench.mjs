// `npm run bench` lists the benches; `npm run bench -- NAME [OPTIONS]` runs tests/bench/NAME.bench.mjs.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const ENDING = '.bench.mjs';

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .sort();
const [name, ...options] = process.argv.slice(2);

if (name === undefined) {
  for (const each of names) console.log(`npm run bench -- ${each.padEnd(14)} ${aboutOf(each)}`);
} else if (names.includes(name)) {
  const { run } = await import(pathToFileURL(join(FOLDER, name + ENDING)).href);
  await run(options);
} else {
  console.error(`There is no bench "${name}"; there are: ${names.join(', ')}`);
  process.exitCode = 1;
}

/** What the first comment line of a bench says about it. */
function aboutOf(bench) {
  const [first = ''] = readFileSync(join(FOLDER, bench + ENDING), 'utf8').split('\n', 1);
  return first.replace(/^\/\/ ?/, '');
}
