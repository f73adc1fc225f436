import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { answerJson, answerRefusal, type HttpRoute, type Logger } from '@tieuchi/subgraph-kit';
import { isKnown } from '../entity-tag';
import type { Asker } from '../gateway-context';
import type { Identify } from '../identity/identify';
import { acceptedEncoding } from './accepted-encoding';
import { type BuiltDashboard, readBuiltDashboard, type StaticFile } from './built-dashboard';
import { PAGE_HEADERS } from './page-headers';
import type { PageAsk } from './page-renderer';

export interface DashboardOptions {
  /** Where the built page lies. */
  readonly folder: string;
  readonly identify: Identify;
  /** Asks as `/graphql` does: the operation must be in the manifest, and its limits hold. */
  askAs(asker: Asker): PageAsk;
  readonly logger: Logger;
}

const compress = promisify(gzip);
/** Browsers keep what never changes for a year. */
const FOREVER = 'public, max-age=31536000, immutable';

/** The pages of the dashboard and the files that they load, by their paths. @throws StartError where it is not built */
export function createDashboardRoutes(options: DashboardOptions): Record<string, HttpRoute> {
  const dashboard = readBuiltDashboard(options.folder);
  const page = createPageRoute(dashboard, options);
  const file = createFileRoute(dashboard);
  return { ...Object.fromEntries(dashboard.renderer.paths.map((path) => [path, page])), '/assets/*': file };
}

/** A page, rendered with what its reader may see. */
function createPageRoute({ renderer }: BuiltDashboard, { identify, askAs, logger }: DashboardOptions): HttpRoute {
  return async (request, response) => {
    if (!isRead(request, response)) return;
    try {
      const { pathname, search } = new URL(request.url ?? '/', 'http://gateway');
      const ask = askAs({ actor: await identify(request), trace: request.trace });
      const { status, html } = await renderer.render({ path: pathname, search }, ask);
      const encoding = acceptedEncoding(request, ['gzip', 'identity']);
      const body = encoding === 'gzip' ? await compress(html) : Buffer.from(html);
      response.writeHead(status, {
        ...PAGE_HEADERS,
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
        'content-type': 'text/html; charset=utf-8',
        'content-length': body.byteLength,
        // asked again each time: what was recorded since must show
        'cache-control': 'private, no-cache',
        vary: 'accept-encoding, authorization',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch (error) {
      if (response.headersSent) throw error;
      answerRefusal(response, error, logger);
    }
  };
}

function createFileRoute({ files }: BuiltDashboard): HttpRoute {
  return async (request, response) => {
    const file = files.get((request.url ?? '/').split('?', 1)[0] as string);
    if (!file) return answerJson(response, 404, { errors: [{ message: 'There is nothing at this address.' }] });
    if (isRead(request, response)) answerFile(request, response, file);
  };
}

function answerFile(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  const headers = {
    ...PAGE_HEADERS,
    etag: file.etag,
    'cache-control': file.isImmutable ? FOREVER : 'no-cache',
    vary: 'accept-encoding',
  };
  if (isKnown(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = acceptedEncoding(request, file.bodies.keys());
  const body = file.bodies.get(encoding) as Buffer;
  response.writeHead(200, {
    ...headers,
    'content-type': file.type,
    'content-length': body.byteLength,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Answers 405 to what is no reading. */
function isRead({ method }: IncomingMessage, response: ServerResponse): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  response.setHeader('allow', 'GET, HEAD');
  answerJson(response, 405, { errors: [{ message: `${method}: pages are read with GET or HEAD.` }] });
  return false;
}
