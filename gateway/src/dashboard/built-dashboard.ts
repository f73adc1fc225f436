import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';
import type { PageRenderer, RendererModule } from './page-renderer';

/** A file of the page, in each encoding that it was built in. */
export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  /** Its name holds a digest of its content, so that it never changes. */
  readonly isImmutable: boolean;
  /** By the name of `Content-Encoding`; `identity` is the file itself. */
  readonly bodies: ReadonlyMap<Encoding, Buffer>;
}

/** Best first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface BuiltDashboard {
  readonly renderer: PageRenderer;
  /** By the path under which browsers ask for them: "/assets/main-1a2b.js". */
  readonly files: ReadonlyMap<string, StaticFile>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const SUFFIXES: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };

/**
 * What Vite built, whole in memory: a later build of the same folder changes nothing of a running gateway.
 * @param folder with `client/` and `server/`
 * @throws StartError where it is not built
 */
export function readBuiltDashboard(folder: string): BuiltDashboard {
  const client = resolve(folder, 'client');
  const server = resolve(folder, 'server/page-renderer.cjs');
  if (!existsSync(server)) {
    throw new StartError(`no dashboard is built in ${folder}`, 'node clients/dashboard/build.mjs builds it');
  }
  const { createPageRenderer } = require(server) as RendererModule;
  const manifest: unknown = JSON.parse(readFileSync(join(client, 'manifest.json'), 'utf8'));
  const paths = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((path) => extname(path) in TYPES);
  const files = paths.map((path): [string, StaticFile] => [
    `/${path.split(sep).join('/')}`,
    readStaticFile(client, join(client, path)),
  ]);
  return { renderer: createPageRenderer(manifest), files: new Map(files) };
}

function readStaticFile(client: string, file: string): StaticFile {
  const bodies = ENCODINGS.flatMap((encoding): [Encoding, Buffer][] => {
    const encoded = `${file}${SUFFIXES[encoding]}`;
    return existsSync(encoded) ? [[encoding, readFileSync(encoded)]] : [];
  });
  const digest = createHash('sha256').update(readFileSync(file)).digest('base64url');
  return {
    type: TYPES[extname(file)] as string,
    etag: `"${digest}"`,
    isImmutable: /^assets[/\\].*-[\w-]{8}\.\w+$/.test(relative(client, file)),
    bodies: new Map(bodies),
  };
}
