import { answerJson, type HttpRoute, SpeakingError } from '@tieuchi/subgraph-kit';
import { askedRoute, type RouteTerms } from '../identity/asked-route';
import { reachService } from '../subgraph-access/reach-service';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';

const PATH = /^\/audit\/([a-z-]+)(\/unsealed)?\.jsonl$/;
/** Services that keep one; attainment stores nothing. */
const OWNERS: readonly string[] = ['geography', 'rural-security', 'model-ward'];

/**
 * `GET /audit/SERVICE.jsonl?after=POSITION`: the sealed entries of a service's audit, 2,000 at a time, for AUDITOR and
 * ADMIN; `/audit/SERVICE/unsealed.jsonl?after=ID` those without a seal. docs/audit.md says what the lines hold.
 */
export function createAuditRoute(subgraphs: readonly SubgraphAccess[], terms: RouteTerms): HttpRoute {
  return askedRoute(terms, async ({ request, response, asker, log }) => {
    if (request.method !== 'GET') throw new SpeakingError('BAD_USER_INPUT', 'An audit is read with GET.');
    const { owner, path } = readAddress(request.url ?? '/', subgraphs);
    const answer = await reachService(owner.name, 'its audit was not read', log, async () =>
      owner.fetchInternal?.(path, { ...asker, headOnly: false }),
    );
    if (!answer) return answerJson(response, 404, { errors: [{ message: 'There is nothing at this address.' }] });
    response.writeHead(200, { ...answer.headers, 'content-type': answer.contentType }).end(answer.body);
  });
}

/** @throws SpeakingError BAD_USER_INPUT */
function readAddress(url: string, subgraphs: readonly SubgraphAccess[]): { owner: SubgraphAccess; path: string } {
  const { pathname, searchParams } = new URL(url, 'http://gateway');
  const [, name = '', unsealed] = PATH.exec(pathname) ?? [];
  const owner = OWNERS.includes(name) && subgraphs.find((each) => each.name === name);
  if (!owner) {
    const known = OWNERS.map((each) => `/audit/${each}.jsonl`).join(', ');
    throw new SpeakingError('BAD_USER_INPUT', `The addresses of audits: ${known}.`);
  }
  const after = searchParams.get('after');
  if (after !== null && !/^-?\d{1,19}$/.test(after))
    throw new SpeakingError('BAD_USER_INPUT', 'after: a position such as 2000.');
  return { owner, path: `/internal/audit/${unsealed ? 'unsealed' : 'sealed'}${after === null ? '' : `/${after}`}` };
}
