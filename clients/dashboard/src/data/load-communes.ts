import type { Question } from '../address/question';
import type { Ask, Fault } from './answer';
import { type CommunesQueryVariables, communesOperation } from './operations.generated';
import type { CommuneNode } from './page-content';
import { variablesOf } from './question-variables';

/** As many as a page may hold. */
const PAGE_SIZE = 500;

/** All communes of a province or a district, page by page; those outside the population of the indicator are left out. */
export async function loadCommunes(
  question: Question,
  ask: Ask,
): Promise<{ readonly nodes: readonly CommuneNode[] | null; readonly faults: readonly Fault[] }> {
  const nodes: CommuneNode[] = [];
  let after: string | null = null;
  for (;;) {
    const variables: CommunesQueryVariables = {
      ...variablesOf(question),
      isProvince: question.level === 'PROVINCE',
      isDistrict: question.level === 'DISTRICT',
      first: PAGE_SIZE,
      after,
    };
    const { data, faults } = await ask(communesOperation, variables);
    const page = (data?.province ?? data?.district)?.communes;
    // a list with holes would pass for a whole one
    if (!page || faults.length > 0) return { nodes: null, faults };
    nodes.push(...page.nodes.filter(({ assessment }) => assessment !== null));
    if (!page.pageInfo.hasNextPage) return { nodes, faults: [] };
    after = page.pageInfo.endCursor;
  }
}
