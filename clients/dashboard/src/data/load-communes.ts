import type { Question } from '../address/question';
import type { Ask } from './answer';
import { type Loaded, loadPages, PAGE_SIZE } from './load-pages';
import {
  type CommuneDetailsQueryVariables,
  type CommunesQueryVariables,
  communeDetailsOperation,
  communesOperation,
} from './operations.generated';
import type { CommuneNode, CommuneRow } from './page-content';
import { variablesOf } from './question-variables';

/** All communes of a province or a district, page by page; those outside the population of the indicator are left out. */
export async function loadCommunes(question: Question, ask: Ask): Promise<Loaded<CommuneNode>> {
  const level = { isProvince: question.level === 'PROVINCE', isDistrict: question.level === 'DISTRICT' };
  const { rows, faults } = await loadPages<CommuneNode>(async (after) => {
    const variables: CommunesQueryVariables = { ...variablesOf(question), ...level, first: PAGE_SIZE, after };
    const { data, faults: missing } = await ask(communesOperation, variables);
    return { page: (data?.province ?? data?.district)?.communes, faults: missing };
  });
  return { rows: rows?.filter(({ assessment }) => assessment !== null) ?? null, faults };
}

/**
 * The same communes with what their reader may see besides; as they are where that is nothing.
 * @param within the id of the unit that they lie in; undefined where it was not answered
 */
export async function addDetails(
  communes: readonly CommuneNode[],
  within: string | undefined,
  question: Question,
  ask: Ask,
): Promise<readonly CommuneRow[]> {
  const { code: _, language: __, ...shared } = variablesOf(question);
  if (within === undefined) return communes.map((commune) => ({ ...commune, details: null }));
  const { rows } = await loadPages(async (after) => {
    const variables: CommuneDetailsQueryVariables = { ...shared, within, first: PAGE_SIZE, after };
    const { data, faults } = await ask(communeDetailsOperation, variables);
    return { page: data?.assessments, faults };
  });
  const byCode = new Map(rows?.map((row) => [row.unit?.code, row]));
  return communes.map((commune) => {
    const row = byCode.get(commune.code);
    return { ...commune, details: row ? { missingItems: row.missingItems, late: row.assessment.late } : null };
  });
}
