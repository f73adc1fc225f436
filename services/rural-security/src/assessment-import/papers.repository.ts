import type { Day } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Paper } from './form-row';

interface PaperRow {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: Day;
}

/** Papers of the registry: those that are cited, and those that a form names. */
export interface Papers {
  readonly byId: ReadonlyMap<string, Paper>;
  /** Null where the registry has none such, or several. */
  idOf(paper: Paper): string | null;
}

/** The text of a statement that reads papers by the ids in $1 and the numbers in $2, for a transaction or a reading. */
export const PAPERS = `
  select d.id, d.number, d.issued_on as "issuedOn" from document d
  where d.recorded_to is null and (d.id = any($1::uuid[]) or d.number = any($2::text[]))`;

export async function findPapers(
  tx: EntityManager,
  ids: readonly string[],
  numbers: readonly string[],
): Promise<Papers> {
  return papersOf(ids.length + numbers.length === 0 ? [] : await tx.query(PAPERS, [ids, numbers]));
}

export function papersOf(rows: readonly PaperRow[]): Papers {
  const byName = new Map<string, string[]>();
  for (const row of rows) byName.set(nameOf(row), [...(byName.get(nameOf(row)) ?? []), row.id]);
  return {
    byId: new Map(rows.map(({ id, number, issuedOn }) => [id, { number, issuedOn }])),
    idOf(paper) {
      const [id, ...more] = byName.get(nameOf(paper)) ?? [];
      return id !== undefined && more.length === 0 ? id : null;
    },
  };
}

function nameOf({ number, issuedOn }: Paper): string {
  return `${issuedOn} ${number}`;
}
