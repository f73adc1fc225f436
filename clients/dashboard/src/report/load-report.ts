import type { Address } from '../address/address';
import { type Question, resolveQuestion } from '../address/question';
import type { Ask } from '../data/answer';
import { LAST_DAY_OF_DISTRICTS } from '../data/load-page';
import { catalogueOperation, standingOperation } from '../data/operations.generated';
import type { PageContent } from '../data/page-content';
import { variablesOf } from '../data/question-variables';
import { type FailingCommunes, loadFailingCommunes } from './failing-communes';

/** All that the sheet of a province shows. */
export interface ReportContent extends PageContent {
  readonly failing: FailingCommunes;
}

const NOTHING_ELSE = { ownMap: null, panel: null, communes: null, commune: null, contents: null, series: null };

/**
 * Asks what the sheet of a province shows: the same operation as the first page, so that both have one snapshot.
 * @param address its place is the province
 */
export async function loadReport(address: Address, ask: Ask): Promise<ReportContent> {
  const catalogue = await ask(catalogueOperation, {});
  const known = catalogue.data ?? { programmeInForce: null, programmes: null };
  const question = resolveQuestion(address, known);
  const standing = question && (await askStanding(question, ask));
  const province = standing?.data?.province;
  return {
    ...NOTHING_ELSE,
    catalogue: known,
    question,
    standing: standing?.data ?? null,
    failing: question && province ? await loadFailingCommunes(question, province.id, ask) : { status: 'NOT_ANSWERED' },
    faults: [...catalogue.faults, ...(standing?.faults ?? [])],
    isSynthetic: province?.attainment?.origin === 'SYNTHETIC',
    snapshot: standing?.snapshot ?? null,
    answeredAt: new Date().toISOString(),
  };
}

function askStanding(question: Question, ask: Ask) {
  return ask(standingOperation, { ...variablesOf(question), isCountry: false, isProvince: true, isDistrict: false });
}

/** Whether the map of the question still has districts. */
export function hasDistricts({ map }: Question): boolean {
  return map <= LAST_DAY_OF_DISTRICTS;
}
