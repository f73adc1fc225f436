// Builds the dashboard where its sources are newer than what was built: the page for browsers, what renders it on the
// server, and the page's files in the encodings that browsers take.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const BUILT = join(ROOT, 'dist');
const STAMP = 'built';
const LOCK = join(BUILT, '.lock');
/** Longer than a build takes on a slow machine: a lock that is older was left behind. */
const LOCK_MS = 60_000;
const SOURCES = ['src', 'public', 'vite.config.mjs', 'build.mjs', 'package.json'];

/** @returns {Promise<boolean>} whether anything was built */
export async function buildDashboard({ all = false } = {}) {
  if (!all && isCurrent()) return false;
  await lock();
  try {
    // another process may have built it meanwhile
    if (!all && isCurrent()) return false;
    await build();
    return true;
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function isCurrent() {
  return modified(join(BUILT, STAMP)) > Math.max(...SOURCES.map((source) => newestIn(join(ROOT, source))));
}

/** One build at a time: who reads what is built must not find it half replaced. */
async function lock() {
  mkdirSync(BUILT, { recursive: true });
  for (;;) {
    try {
      return mkdirSync(LOCK);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - modified(LOCK) > LOCK_MS) rmSync(LOCK, { recursive: true, force: true });
      else await sleep(100);
    }
  }
}

async function build() {
  const vite = await import('vite');
  const folder = join(BUILT, `.build-${process.pid}`);
  const configFile = join(ROOT, 'vite.config.mjs');
  const of = (part) => ({ outDir: join(folder, part), emptyOutDir: false });
  await Promise.all([
    vite.build({ configFile, build: of('client') }),
    vite.build({ configFile, build: { ...of('server'), ssr: join(ROOT, 'src/page-renderer.tsx') } }),
  ]);
  compressAll(join(folder, 'client'));
  for (const part of ['client', 'server']) replace(join(folder, part), join(BUILT, part));
  rmSync(folder, { recursive: true });
  writeFileSync(join(BUILT, STAMP), '');
}

function compressAll(folder) {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg)$/.test(path)) continue;
    const file = join(folder, path);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}

function replace(from, to) {
  const old = `${to}.${process.pid}`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  try {
    renameSync(to, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}

function newestIn(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDashboard({ all: process.argv.includes('--all') });
