import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { maskError } from '../errors/mask-error';
import { noteRefusal } from './exchange';
import { answerJson } from './http-server';
import { type TracedRequest, traced } from './request-trace';

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  OPERATION_NOT_TRUSTED: 403,
  EVIDENCE_NOT_FOUND: 404,
  EXPORT_NOT_FOUND: 404,
  BODY_TOO_LARGE: 413,
  INTERNAL_ERROR: 500,
  DATABASE_UNAVAILABLE: 503,
  OVERLOADED: 503,
  SUBGRAPH_UNAVAILABLE: 503,
};

/** Answers what fails before GraphQL begins (identity, days, body) as a GraphQL error, with the status that belongs to it. */
export function answerRefusal(response: ServerResponse<TracedRequest>, error: unknown, logger: Logger): void {
  const shown = maskError(error, traced(logger, response.req.trace));
  const code = String(shown.extensions?.code);
  noteRefusal(response, code);
  const status = STATUS[code] ?? 400;
  // the rest of the body is not read, so nothing else can come over this connection
  if (status === 413) response.setHeader('connection', 'close');
  if (status === 401) response.setHeader('www-authenticate', 'Bearer').setHeader('cache-control', 'no-store');
  if (status === 503) response.setHeader('retry-after', '1');
  answerJson(response, status, { errors: [shown] });
}
