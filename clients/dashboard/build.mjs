// Builds the dashboard where its sources are newer than what was built: the page for browsers, what renders it on the
// server, and the page's files in the encodings that browsers take.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const BUILT = join(ROOT, 'dist');
const STAMP = 'built';
const SOURCES = ['src', 'public', 'vite.config.mjs', 'build.mjs', 'package.json'];

/** @returns {Promise<boolean>} whether anything was built */
export async function buildDashboard({ all = false } = {}) {
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(ROOT, source))));
  if (!all && modified(join(BUILT, STAMP)) > newest) return false;
  const { build } = await import('vite');
  // beside the one that stands: another process may read that at this moment
  const folder = join(ROOT, 'dist', `.build-${process.pid}`);
  const configFile = join(ROOT, 'vite.config.mjs');
  const of = (part) => ({ outDir: join(folder, part), emptyOutDir: false });
  await Promise.all([
    build({ configFile, build: of('client') }),
    build({ configFile, build: { ...of('server'), ssr: join(ROOT, 'src/page-renderer.tsx') } }),
  ]);
  compressAll(join(folder, 'client'));
  for (const part of ['client', 'server']) replace(join(folder, part), join(BUILT, part));
  rmSync(folder, { recursive: true });
  writeFileSync(join(BUILT, STAMP), '');
  return true;
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
