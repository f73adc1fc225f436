import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  answerJson,
  type HttpRoute,
  type InternalAnswer,
  type Logger,
  maskError,
  SpeakingError,
  traced,
} from '@tieuchi/subgraph-kit';
import { isKnown } from '../entity-tag';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';

const PATH = /^\/map\/[^/]+\.topojson$/;
const OWNER = 'geography';
const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  MAP_NOT_LOADED: 404,
  SUBGRAPH_UNAVAILABLE: 503,
};

/**
 * `/map/DAY.topojson`: outlines of the provinces on the map of that day, for everybody, as geography has them.
 * The strong ETag is a digest of the bytes, so a new edition that draws the same map is still "not modified".
 */
export function createOutlineRoute(subgraphs: readonly SubgraphAccess[], logger: Logger): HttpRoute {
  const geography = subgraphs.find(({ name }) => name === OWNER);
  return async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] as string;
    if (!PATH.test(path)) return answerNothing(response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      const error = new SpeakingError('BAD_USER_INPUT', `${request.method}: outlines are read with GET or HEAD.`);
      return answerJson(response, 405, { errors: [error] });
    }
    const log = traced(logger, request.trace);
    try {
      const answer = await fetchOutlines(geography, `/internal${path}`, log);
      if (answer) answerOutlines(request, response, answer);
      else answerNothing(response);
    } catch (error) {
      const shown = maskError(error, log);
      answerJson(response, STATUS[String(shown.extensions?.code)] ?? 500, { errors: [shown] });
    }
  };
}

/** @throws SpeakingError geography's refusal, or SUBGRAPH_UNAVAILABLE without the cause */
async function fetchOutlines(
  geography: SubgraphAccess | undefined,
  path: string,
  logger: Logger,
): Promise<InternalAnswer['body'] | null> {
  try {
    const answer = await geography?.fetchInternal?.(path);
    return answer?.body ?? null;
  } catch (error) {
    if (error instanceof SpeakingError) throw error;
    logger.error({ err: error, subgraph: OWNER }, 'subgraph did not answer');
    throw new SpeakingError('SUBGRAPH_UNAVAILABLE', `${OWNER} does not answer; ask again later.`, { service: OWNER });
  }
}

function answerOutlines(request: IncomingMessage, response: ServerResponse, body: InternalAnswer['body']): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  // kept by clients, but asked for again each time: a correction of the map must show at once
  const headers = { etag, 'cache-control': 'no-cache' };
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const length = Buffer.byteLength(body);
  response.writeHead(200, { ...headers, 'content-type': 'application/json', 'content-length': length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function answerNothing(response: ServerResponse): void {
  answerJson(response, 404, { errors: [{ message: 'There is nothing at this address.' }] });
}
