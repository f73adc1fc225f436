import type { Address } from '../address/address';
import { type Question, resolveQuestion } from '../address/question';
import type { Answer, Ask, Fault } from './answer';
import { loadCommunes } from './load-communes';
import {
  type CatalogueQuery,
  catalogueOperation,
  communeContentsOperation,
  communeResultOperation,
  seriesOperation,
  standingOperation,
} from './operations.generated';
import type { PageContent } from './page-content';
import { seriesVariables, variablesOf } from './question-variables';

const EMPTY_CATALOGUE: CatalogueQuery = { programmeInForce: null, programmes: null };

/**
 * Asks what an address shows. What a service does not answer is missing in the content, and a fault says so.
 * @param known the catalogue where it was asked before
 * @throws what `ask` throws where nothing answers at all
 */
export async function loadPage(address: Address, ask: Ask, known?: CatalogueQuery): Promise<PageContent> {
  const catalogueAnswer = known ? null : await ask(catalogueOperation, {});
  const catalogue = known ?? catalogueAnswer?.data ?? EMPTY_CATALOGUE;
  const question = resolveQuestion(address, catalogue);
  const empty = { standing: null, communes: null, commune: null, contents: null, series: null, snapshot: null };
  const answeredAt = new Date().toISOString();
  const faults = [...(catalogueAnswer?.faults ?? [])];
  if (!question) return { ...empty, catalogue, question, faults, answeredAt };
  const variables = variablesOf(question);
  const [standing, communes, commune, contents, series] = await Promise.all([
    ask(standingOperation, {
      ...variables,
      isProvince: question.level === 'PROVINCE',
      isDistrict: question.level === 'DISTRICT',
    }),
    listsCommunes(address, question) ? loadCommunes(question, ask) : null,
    question.level === 'COMMUNE' ? ask(communeResultOperation, variables) : null,
    question.level === 'COMMUNE' ? ask(communeContentsOperation, variables) : null,
    address.tab === 'years' ? ask(seriesOperation, seriesVariables(question)) : null,
  ]);
  return {
    catalogue,
    question,
    standing: standing.data,
    communes: communes?.nodes ?? null,
    commune: commune?.data?.commune ?? null,
    contents: contents?.data?.commune?.assessment ?? null,
    series: series?.data ?? null,
    faults: distinct([...faults, ...faultsOf(standing, commune, series), ...(communes?.faults ?? [])]),
    snapshot: standing.snapshot,
    answeredAt,
  };
}

/** A district has nothing else; a province where they were chosen, or where there are no districts any more. */
function listsCommunes(address: Address, { level, map }: Question): boolean {
  if (level === 'DISTRICT') return true;
  return level === 'PROVINCE' && (address.rows === 'communes' || map > LAST_DAY_OF_DISTRICTS);
}

/** Districts ended with it: `AdministrativeLevel` of the schema. */
export const LAST_DAY_OF_DISTRICTS = '2025-06-30';

function faultsOf(...answers: readonly (Answer<unknown> | null)[]): Fault[] {
  return answers.flatMap((answer) => answer?.faults ?? []);
}

function distinct(faults: readonly Fault[]): Fault[] {
  return faults.filter(
    (fault, index) => faults.findIndex((one) => one.code === fault.code && one.service === fault.service) === index,
  );
}
