// Transpiles every package whose sources are newer than its `dist/`: swc, no type check, 0.1 s for all of them.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** @param {{ all?: boolean }} [options] `all` writes also what is current */
export function transpile({ all = false } = {}) {
  const { workspaces } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const config = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8'));
  let written = 0;
  for (const workspace of workspaces) {
    // what browsers load Vite builds: clients/dashboard/build.mjs
    if (existsSync(join(ROOT, workspace, 'vite.config.mjs'))) continue;
    written += transpilePackage(join(ROOT, workspace), config, all);
  }
  return written;
}

function transpilePackage(folder, config, all) {
  const source = join(folder, 'src');
  const target = join(folder, 'dist');
  const files = listFiles(source, (name) => /\.ts$/.test(name) && !/[.-](test|fixture|d)\.ts$/.test(name));
  const wanted = new Set(files.map((file) => join(target, file.replace(/\.ts$/, '.js'))));
  // a file that is gone from the sources must not go on living in dist
  for (const file of listFiles(target, (name) => name.endsWith('.js'))) {
    if (!wanted.has(join(target, file))) rmSync(join(target, file), { force: true });
  }
  let written = 0;
  for (const file of files) {
    const output = join(target, file.replace(/\.ts$/, '.js'));
    if (!all && modified(output) > modified(join(source, file))) continue;
    mkdirSync(dirname(output), { recursive: true });
    const { code } = transformSync(readFileSync(join(source, file), 'utf8'), {
      ...config,
      swcrc: false,
      configFile: false,
      filename: join(source, file),
    });
    // whole or not at all: another start may read it at this moment
    writeFileSync(`${output}.${process.pid}`, code);
    renameSync(`${output}.${process.pid}`, output);
    written += 1;
  }
  return written;
}

function listFiles(folder, wanted, prefix = '') {
  let entries = [];
  try {
    entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return entries.flatMap((entry) =>
    entry.isDirectory()
      ? listFiles(folder, wanted, join(prefix, entry.name))
      : wanted(entry.name)
        ? [join(prefix, entry.name)]
        : [],
  );
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) transpile({ all: process.argv.includes('--all') });
