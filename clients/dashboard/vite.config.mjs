import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** One for each page that the server renders. */
const SCRIPTS = ['src/main.tsx', 'src/report.ts', 'src/work.tsx'];

const JSX = { jsx: { runtime: 'automatic', importSource: 'preact' } };

/** The page for browsers; with `--ssr` what renders it on the server, as one file without dependencies. */
export default defineConfig(({ isSsrBuild }) => ({
  root: here('.'),
  base: '/',
  publicDir: isSsrBuild ? false : 'public',
  logLevel: 'warn',
  oxc: JSX,
  ssr: { noExternal: true },
  build: isSsrBuild
    ? {
        ssr: here('src/page-renderer.tsx'),
        outDir: here('dist/server'),
        minify: false,
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'page-renderer.cjs', codeSplitting: false } },
      }
    : {
        outDir: here('dist/client'),
        manifest: 'manifest.json',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        target: 'es2022',
        rolldownOptions: { input: SCRIPTS.map(here) },
      },
}));
