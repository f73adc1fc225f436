import type { EntityManager } from 'typeorm';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import { findDesks, type UnitDesk } from './desks.repository';
import type { FormFile } from './form-file';
import type { FormReader } from './form-reader';
import type { FormRow } from './form-row';
import { heldStatements } from './held-content';
import type { ImportStep } from './import-step';
import type { ImportYear } from './import-year.repository';
import { findPapers, type Papers } from './papers.repository';

/** What a file is imported for. */
export interface PortionQuestion {
  readonly question: AssessmentQuestion;
  readonly step: ImportStep;
  readonly year: ImportYear;
}

/** Rows of a file that are read, decided and written together. */
interface Portion {
  readonly rows: readonly FormRow[];
  /** Rows of the file up to its last, those of headings included. */
  readonly rowsDone: number;
}

/** With what its rows are decided on. */
export interface FoundPortion extends Portion {
  readonly desks: ReadonlyMap<string, UnitDesk>;
  readonly papers: Papers;
}

/** The whole country is 16 portions; at most five are in memory: read ahead, decided and written. */
const PORTION = 500;

export async function* readPortions(file: FormFile, reader: FormReader): AsyncGenerator<Portion> {
  let rows: FormRow[] = [];
  let rowsDone = 0;
  for await (const table of file.rows()) {
    const row = reader.read(table);
    if (row) rows.push(row);
    rowsDone += 1;
    if (rows.length < PORTION) continue;
    yield { rows, rowsDone };
    rows = [];
  }
  reader.end();
  if (rows.length > 0) yield { rows, rowsDone };
}

/**
 * What is recorded of the units, read for all of a portion at once. A unit is in one portion alone, so it does not matter
 * whether those before are written yet.
 */
export async function* findPortions(
  tx: EntityManager,
  { question, step, year }: PortionQuestion,
  portions: AsyncIterable<Portion>,
): AsyncGenerator<FoundPortion> {
  for await (const { rows, rowsDone } of portions) {
    const codes = rows.map(({ code }) => code);
    const desks = await findDesks(tx, question, year, codes);
    const cited = [...desks.values()].flatMap(({ desk }) =>
      heldStatements(desk.current, step).flatMap(({ evidence }) =>
        evidence.flatMap(({ documentId }) => documentId ?? []),
      ),
    );
    const numbers = new Set(rows.flatMap(({ paper }) => paper?.number ?? []));
    const papers = await findPapers(tx, [...new Set(cited)], [...numbers]);
    yield { rows, rowsDone, desks, papers };
  }
}
