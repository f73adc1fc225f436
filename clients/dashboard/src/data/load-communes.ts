import type { Question } from '../address/question';
import type { Ask, Fault } from './answer';
import {
  type CommuneDetailsQueryVariables,
  type CommunesQueryVariables,
  communeDetailsOperation,
  communesOperation,
} from './operations.generated';
import type { CommuneNode, CommuneRow } from './page-content';
import { variablesOf } from './question-variables';

/** As many as a page may hold. */
export const PAGE_SIZE = 500;

export interface Loaded<Row> {
  /** Null where a page was not answered: a list with holes would pass for a whole one. */
  readonly rows: readonly Row[] | null;
  readonly faults: readonly Fault[];
}

/** A page of a list, and whether and from where it goes on. */
interface ListPage<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

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

/** Page after page until the list ends, or something of it is missing. */
export async function loadPages<Row>(
  askPage: (after: string | null) => Promise<{ page: ListPage<Row> | null | undefined; faults: readonly Fault[] }>,
): Promise<Loaded<Row>> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const { page, faults } = await askPage(after);
    if (!page || faults.length > 0) return { rows: null, faults };
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return { rows, faults: [] };
    after = page.pageInfo.endCursor;
  }
}
