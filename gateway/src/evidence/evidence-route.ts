import {
  answerJson,
  checkMayReadEvidence,
  checkMayRecordEvidence,
  EVIDENCE_LIMIT_BYTES,
  type HttpRoute,
  readBytes,
  SpeakingError,
} from '@tieuchi/subgraph-kit';
import { refuseOnRecord } from '../audit/refuse-on-record';
import { isKnown } from '../entity-tag';
import { type AskedExchange, askedRoute, type RouteTerms } from '../identity/asked-route';
import { reachService } from '../subgraph-access/reach-service';
import { type EvidenceAddress, readEvidenceAddress } from './evidence-address';

/**
 * `PUT /evidence/SHA256?service=NAME`: a file for the service that keeps it, at most 10 MB, which says 201 where it is
 * new and 200 where it was there. `GET` and `HEAD`: the file as that service has it, to be saved and not shown.
 */
export function createEvidenceRoute(
  subgraphs: Parameters<typeof readEvidenceAddress>[1],
  terms: RouteTerms,
): HttpRoute {
  return askedRoute(terms, async (exchange) => {
    const { request } = exchange;
    const address = readEvidenceAddress(request.url ?? '/', subgraphs);
    if (request.method === 'PUT') await takeEvidence(exchange, address);
    else if (request.method === 'GET' || request.method === 'HEAD') await showEvidence(exchange, address);
    else answerOtherMethod(exchange);
  });
}

async function takeEvidence(exchange: AskedExchange, { sha256, owner }: EvidenceAddress): Promise<void> {
  const { request, response, asker, log } = exchange;
  await refuseOnRecord(owner, asker, 'evidence', log, () => checkMayRecordEvidence(asker.actor));
  const content = await readBytes(request, EVIDENCE_LIMIT_BYTES);
  const parameters = { contentType: request.headers['content-type'] ?? '' };
  const answer = await reachService(owner.name, 'nothing was stored', log, async () => {
    const taken = await owner.sendInternal?.(`/internal/evidence/${sha256}`, { ...asker, parameters, content });
    if (taken) return taken;
    throw new Error('the service keeps no evidence');
  });
  response.writeHead(answer.status ?? 200, { 'content-type': answer.contentType }).end(answer.body);
}

async function showEvidence(exchange: AskedExchange, { sha256, owner }: EvidenceAddress): Promise<void> {
  const { request, response, asker, log } = exchange;
  await refuseOnRecord(owner, asker, 'evidence', log, () => checkMayReadEvidence(asker.actor));
  const isHeld = isKnown(request.headers['if-none-match'], `"${sha256}"`);
  const reading = { ...asker, headOnly: isHeld || request.method === 'HEAD' };
  const answer = await reachService(
    owner.name,
    'the file was not read',
    log,
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

function answerOtherMethod({ request, response }: AskedExchange): void {
  response.setHeader('allow', 'GET, HEAD, PUT');
  const error = new SpeakingError('BAD_USER_INPUT', `${request.method}: evidence is sent with PUT and read with GET.`);
  answerJson(response, 405, { errors: [error] });
}
