import { answerJson, type HttpRoute, isAnonymous, SpeakingError, unauthenticated } from '@tieuchi/subgraph-kit';
import { askedRoute, type RouteTerms } from '../identity/asked-route';
import { reachService } from '../subgraph-access/reach-service';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';

const PATH = /^\/forms\/assessments\.(xlsx|csv)$/;
const OWNER = 'rural-security';

/**
 * `GET /forms/assessments.xlsx?unit=…&indicator=…&year=…&step=…`: the form that officials fill in, with the communes of a
 * district, a province or the country and what is recorded of them; also as `.csv`.
 */
export function createFormRoute(subgraphs: readonly SubgraphAccess[], terms: RouteTerms): HttpRoute {
  const owner = subgraphs.find(({ name }) => name === OWNER);
  return askedRoute(terms, async ({ request, response, asker, log }) => {
    // forms are for named roles alone
    if (isAnonymous(asker.actor)) throw unauthenticated();
    const path = owner && internalPath(request.url ?? '/');
    if (request.method !== 'GET') throw new SpeakingError('BAD_USER_INPUT', 'A form is read with GET.');
    const answer =
      path &&
      (await reachService(OWNER, 'the form was not made', log, async () =>
        owner.fetchInternal?.(path, { ...asker, headOnly: false }),
      ));
    if (!answer) return answerJson(response, 404, { errors: [{ message: 'There is nothing at this address.' }] });
    response.writeHead(200, { ...answer.headers, 'content-type': answer.contentType }).end(answer.body);
  });
}

/** Parameters go along in the path: that is all that a service sees of an address. */
function internalPath(url: string): string | null {
  const { pathname, searchParams } = new URL(url, 'http://gateway');
  if (!PATH.test(pathname)) return null;
  const of = (name: string, example: string, fallback = '') => {
    const value = searchParams.get(name) ?? fallback;
    if (value !== '') return encodeURIComponent(value);
    throw new SpeakingError('BAD_USER_INPUT', `${name}: say which, such as ${example}.`);
  };
  const year = of('year', '2025');
  if (!/^\d{4}$/.test(year)) throw new SpeakingError('BAD_USER_INPUT', 'year: a number such as 2025.');
  const indicator = of('indicator', 'ntm-2021-2025/19.2');
  return `/internal${pathname}/${of('unit', '19')}/${indicator}/${year}/${of('step', 'SUBMIT', 'SUBMIT').toUpperCase()}`;
}
