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

/** What the rows of a portion are decided on. */
export interface RowsGround {
  readonly desks: ReadonlyMap<string, UnitDesk>;
  readonly papers: Papers;
}

export interface AskedPortion extends Portion {
  /** Asked for; its error is told to whoever waits for it. */
  readonly asked: Promise<RowsGround>;
}

/** The whole country is 16 portions; at most five are in memory: read ahead, decided and written. */
const PORTION = 500;

export async function* readPortions(file: FormFile, reader: FormReader): AsyncGenerator<Portion> {
  let rows: FormRow[] = [];
  let rowsDone = 0;
  for await (const piece of file.pieces()) {
    for (const table of piece) {
      const row = reader.read(table);
      if (row) rows.push(row);
      rowsDone += 1;
      if (rows.length < PORTION) continue;
      yield { rows, rowsDone };
      rows = [];
    }
  }
  reader.end();
  if (rows.length > 0) yield { rows, rowsDone };
}

/**
 * Asks what is recorded of the units, for all of a portion at once, and does not wait for it: the statements of the next
 * portion then stand on the wire before the present one is written. A unit is in one portion alone, so it does not matter
 * whether those before are written yet.
 */
export async function* askPortions(
  tx: EntityManager,
  question: PortionQuestion,
  portions: AsyncIterable<Portion>,
): AsyncGenerator<AskedPortion> {
  for await (const portion of portions) {
    const asked = findGround(tx, question, portion.rows);
    asked.catch(() => {});
    yield { ...portion, asked };
  }
}

async function findGround(
  tx: EntityManager,
  { question, step, year }: PortionQuestion,
  rows: readonly FormRow[],
): Promise<RowsGround> {
  const numbers = new Set(rows.flatMap(({ paper }) => paper?.number ?? []));
  const codes = rows.map(({ code }) => code);
  const [desks, named] = await Promise.all([findDesks(tx, question, year, codes), findPapers(tx, [], [...numbers])]);
  const cited = [...desks.values()].flatMap(({ desk }) =>
    heldStatements(desk.current, step).flatMap(({ evidence }) =>
      evidence.flatMap(({ documentId }) => documentId ?? []),
    ),
  );
  // those that are cited are known when the desks are; few forms have any
  return { desks, papers: cited.length === 0 ? named : await findPapers(tx, [...new Set(cited)], [...numbers]) };
}
