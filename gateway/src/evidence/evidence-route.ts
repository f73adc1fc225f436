import type { ServerResponse } from 'node:http';
import {
  type Actor,
  answerJson,
  answerRefusal,
  checkMayReadEvidence,
  checkMayRecordEvidence,
  EVIDENCE_LIMIT_BYTES,
  type HttpRoute,
  type Logger,
  readBytes,
  SpeakingError,
  type TracedRequest,
  traced,
} from '@tieuchi/subgraph-kit';
import { refuseOnRecord } from '../audit/refuse-on-record';
import { isKnown } from '../entity-tag';
import type { Identify } from '../identity/identify';
import { reachService } from '../subgraph-access/reach-service';
import { type EvidenceAddress, readEvidenceAddress } from './evidence-address';

/** One exchange: who sends what to where, and where the answer goes. */
interface Exchange extends EvidenceAddress {
  readonly actor: Actor;
  readonly request: TracedRequest;
  readonly response: ServerResponse;
}

/**
 * `PUT /evidence/SHA256?service=NAME`: a file for the service that keeps it, at most 10 MB, which says 201 where it is
 * new and 200 where it was there. `GET` and `HEAD`: the file as that service has it, to be saved and not shown.
 */
export function createEvidenceRoute(
  subgraphs: Parameters<typeof readEvidenceAddress>[1],
  identifyRequest: Identify,
  logger: Logger,
): HttpRoute {
  return async (request, response) => {
    try {
      const actor = await identifyRequest(request);
      const exchange = { ...readEvidenceAddress(request.url ?? '/', subgraphs), actor, request, response };
      if (request.method === 'PUT') await takeEvidence(exchange, logger);
      else if (request.method === 'GET' || request.method === 'HEAD') await showEvidence(exchange, logger);
      else answerOtherMethod(exchange);
    } catch (error) {
      // a client that went away in the middle of its file hears nothing, and nothing was stored
      if (request.destroyed && !request.complete) return;
      if (response.headersSent) throw error;
      answerRefusal(response, error, logger);
    }
  };
}

async function takeEvidence({ sha256, owner, actor, request, response }: Exchange, logger: Logger): Promise<void> {
  const { trace } = request;
  await refuseOnRecord(owner, { actor, trace }, 'evidence', logger, () => checkMayRecordEvidence(actor));
  const content = await readBytes(request, EVIDENCE_LIMIT_BYTES);
  const parameters = { contentType: request.headers['content-type'] ?? '' };
  const answer = await reachService(owner.name, 'nothing was stored', traced(logger, trace), async () => {
    const taken = await owner.sendInternal?.(`/internal/evidence/${sha256}`, { actor, trace, parameters, content });
    if (taken) return taken;
    throw new Error('the service keeps no evidence');
  });
  response.writeHead(answer.status ?? 200, { 'content-type': answer.contentType }).end(answer.body);
}

async function showEvidence({ sha256, owner, actor, request, response }: Exchange, logger: Logger): Promise<void> {
  const { trace } = request;
  await refuseOnRecord(owner, { actor, trace }, 'evidence', logger, () => checkMayReadEvidence(actor));
  const isHeld = isKnown(request.headers['if-none-match'], `"${sha256}"`);
  const reading = { actor, trace, headOnly: isHeld || request.method === 'HEAD' };
  const answer = await reachService(
    owner.name,
    'the file was not read',
    traced(logger, trace),
    async () => (await owner.fetchInternal?.(`/internal/evidence/${sha256}`, reading)) ?? null,
  );
  if (!answer) {
    throw new SpeakingError('EVIDENCE_NOT_FOUND', `${owner.name} holds no file with the hash ${sha256}.`, { sha256 });
  }
  const headers: Record<string, string> = { ...answer.headers, 'content-type': answer.contentType };
  if (isHeld) {
    const { etag = '', 'cache-control': cacheControl = '' } = headers;
    response.writeHead(304, { etag, 'cache-control': cacheControl }).end();
  } else response.writeHead(200, headers).end(reading.headOnly ? undefined : answer.body);
}

function answerOtherMethod({ request, response }: Exchange): void {
  response.setHeader('allow', 'GET, HEAD, PUT');
  const error = new SpeakingError('BAD_USER_INPUT', `${request.method}: evidence is sent with PUT and read with GET.`);
  answerJson(response, 405, { errors: [error] });
}
