import type { Address } from '../address/address';
import { type Question, resolveQuestion } from '../address/question';
import { FIRST_DAY_OF_34, offeredMapDays } from '../page/map-days';
import { loadPanel } from '../panels/load-panel';
import type { Answer, Ask, Fault } from './answer';
import { addDetails, loadCommunes } from './load-communes';
import {
  type CatalogueQuery,
  catalogueOperation,
  communeContentsOperation,
  communeResultOperation,
  ownMapReadingOperation,
  seriesOperation,
  standingOperation,
} from './operations.generated';
import type { PageContent } from './page-content';
import { seriesVariables, variablesOf } from './question-variables';

const EMPTY_CATALOGUE: CatalogueQuery = { programmeInForce: null, programmes: null };

/**
 * Asks what an address shows. What a service does not answer is missing in the content, and a fault says so.
 * @param before what was shown before: its catalogue is not asked again
 * @throws what `ask` throws where nothing answers at all
 */
export async function loadPage(address: Address, ask: Ask, before?: PageContent): Promise<PageContent> {
  const catalogue = before?.question ? { data: before.catalogue, faults: [] } : await ask(catalogueOperation, {});
  const question = resolveQuestion(address, catalogue.data ?? EMPTY_CATALOGUE);
  const parts = question && (await loadParts(address, question, ask));
  return {
    ...(parts ?? NOTHING),
    catalogue: catalogue.data ?? EMPTY_CATALOGUE,
    question,
    faults: distinct([...catalogue.faults, ...(parts?.faults ?? [])]),
    isSynthetic: (parts && originSaysSynthetic(parts)) ?? before?.isSynthetic ?? false,
    answeredAt: new Date().toISOString(),
  };
}

type Parts = Omit<PageContent, 'catalogue' | 'question' | 'isSynthetic' | 'answeredAt'>;

const NOTHING: Parts = {
  standing: null,
  communes: null,
  commune: null,
  contents: null,
  series: null,
  ownMap: null,
  panel: null,
  faults: [],
  snapshot: null,
};

async function loadParts(address: Address, question: Question, ask: Ask): Promise<Parts> {
  const variables = variablesOf(question);
  const level = {
    isCountry: question.level === 'COUNTRY',
    isProvince: question.level === 'PROVINCE',
    isDistrict: question.level === 'DISTRICT',
  };
  const asked = ask(standingOperation, { ...variables, ...level });
  const [standing, ownMap, panel, communes, commune, contents, series] = await Promise.all([
    asked,
    loadOwnMap(question, ask),
    loadPanel(address, question, ask, asked),
    listsCommunes(address, question) ? loadCommunes(question, ask) : null,
    question.level === 'COMMUNE' ? ask(communeResultOperation, variables) : null,
    question.level === 'COMMUNE' ? ask(communeContentsOperation, variables) : null,
    address.tab === 'years' ? ask(seriesOperation, seriesVariables(question)) : null,
  ]);
  const within = (standing.data?.province ?? standing.data?.district)?.id;
  return {
    standing: standing.data,
    communes: communes?.rows ? await addDetails(communes.rows, within, question, ask) : null,
    commune: commune?.data?.commune ?? null,
    contents: contents?.data?.commune?.assessment ?? null,
    series: series?.data ?? null,
    ownMap: ownMap?.data ?? null,
    panel: panel.content,
    faults: [...faultsOf(standing, ownMap, commune, series), ...(communes?.faults ?? []), ...panel.faults],
    snapshot: standing.snapshot,
  };
}

/** The reading of the counted map, where the page groups its provinces on a later one: never the grouped one alone. */
function loadOwnMap(question: Question, ask: Ask) {
  const [ownMap] = offeredMapDays(question);
  const isGrouped = question.map >= FIRST_DAY_OF_34 && ownMap !== undefined && ownMap < FIRST_DAY_OF_34;
  if (!isGrouped || question.level === 'COMMUNE') return null;
  const { code: _, language: __, ...variables } = variablesOf(question);
  return ask(ownMapReadingOperation, { ...variables, map: ownMap, isCountry: question.level === 'COUNTRY' });
}

/** Null where nothing that was answered says where it comes from. */
function originSaysSynthetic({ standing, commune }: Parts): boolean | null {
  const places = [standing?.country, standing?.province, standing?.district];
  const origins = [...places.map((place) => place?.attainment?.origin), commune?.assessment?.origin];
  return origins.every((origin) => origin === undefined) ? null : origins.includes('SYNTHETIC');
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
