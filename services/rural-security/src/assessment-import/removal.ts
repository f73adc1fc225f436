import type { ItemStatement } from '../assessment-life/revision';
import { isPaperInWords, type PapersById, paperInWords } from './held-content';
import type { Removal } from './import-report';

type Lost = Pick<Removal, 'of' | 'items' | 'was'>;

/**
 * What contents rested on before a step and rest on nothing instead after it, a line for each text. A reason or a paper
 * that another takes the place of is changed, not removed.
 */
export function findRemovals(
  before: readonly ItemStatement[],
  after: readonly ItemStatement[],
  papers: PapersById,
): Lost[] {
  const lost = new Map<string, { of: Lost['of']; items: number[]; was: string }>();
  for (const statement of before) {
    const next = after.find(({ number }) => number === statement.number);
    for (const kind of ['REASON', 'PAPER'] as const) {
      const read = kind === 'REASON' ? reasonsOf : (one: ItemStatement) => papersIn(one, papers);
      const [had, has] = [read(statement), next ? read(next) : []];
      if (has.length >= had.length) continue;
      for (const was of had.filter((text) => !has.includes(text))) {
        const known = lost.get(`${kind} ${was}`);
        if (known) known.items.push(statement.number);
        else lost.set(`${kind} ${was}`, { of: kind, items: [statement.number], was });
      }
    }
  }
  return [...lost.values()];
}

function reasonsOf({ explanation }: ItemStatement): string[] {
  return explanation === null || isPaperInWords(explanation) ? [] : [explanation];
}

function papersIn({ explanation, evidence }: ItemStatement, papers: PapersById): string[] {
  const named = evidence.map(({ documentId, url, sha256 }) => {
    const paper = papers.get(documentId ?? '');
    return paper ? paperInWords(paper) : (url ?? sha256 ?? String(documentId));
  });
  return explanation !== null && isPaperInWords(explanation) ? [...named, explanation] : named;
}
