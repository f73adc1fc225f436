import { AssessmentState, Verdict } from '../assessment/assessment-enums';
import type { ItemStatement, Revision } from '../assessment-life/revision';
import type { FormContent, Paper } from './form-row';
import type { ImportStep } from './import-step';
import { printDay, readDay } from './paper-day';

/** Papers of the registry, by their ids. */
export type PapersById = ReadonlyMap<string, Paper>;

const DECIDED: readonly AssessmentState[] = [
  AssessmentState.APPRAISED,
  AssessmentState.RECOGNISED,
  AssessmentState.REVOKED,
];
const PAPER_IN_WORDS = /^Văn bản số (.+) ngày (\d{2}\/\d{2}\/\d{4})$/;

export function isDecided({ state }: Revision): boolean {
  return DECIDED.includes(state);
}

/** What a form shows and compares with: what was appraised; before that, what the unit says of itself. */
export function heldStatements(held: Revision | null, step: ImportStep): readonly ItemStatement[] {
  if (!held) return [];
  if (isDecided(held)) return held.appraisedItems;
  return step === 'APPRAISE' ? [] : held.selfItems;
}

/** What is recorded, as a row of the form says it. */
export function heldContent(
  held: Revision | null,
  step: ImportStep,
  itemCount: number,
  papers: PapersById,
): FormContent {
  const statements = heldStatements(held, step);
  const byNumber = new Map(statements.map((statement) => [statement.number, statement]));
  return {
    items: Array.from({ length: itemCount }, (_, index) => byNumber.get(index + 1)?.verdict ?? Verdict.UNKNOWN),
    result: heldResult(held, step),
    reason: reasonOf(statements),
    paper: paperOf(statements, papers),
  };
}

/** How a paper is named where the registry has none such. */
export function paperInWords({ number, issuedOn }: Paper): string {
  return `Văn bản số ${number} ngày ${printDay(issuedOn)}`;
}

export function isPaperInWords(explanation: string | null): boolean {
  return explanation !== null && PAPER_IN_WORDS.test(explanation);
}

function heldResult(held: Revision | null, step: ImportStep): Verdict {
  if (!held) return Verdict.UNKNOWN;
  if (isDecided(held)) return held.verdict;
  return step === 'APPRAISE' ? Verdict.UNKNOWN : (held.selfVerdict ?? Verdict.UNKNOWN);
}

/** Different reasons of single contents, entered one by one, stand beside each other. */
function reasonOf(statements: readonly ItemStatement[]): string {
  const reasons = statements
    .filter(({ verdict }) => verdict !== Verdict.MET)
    .map(({ explanation }) => explanation ?? '');
  return [...new Set(reasons.filter((reason) => reason !== ''))].join('; ');
}

/** A form has one paper for a unit: the first that a content which is met names. */
function paperOf(statements: readonly ItemStatement[], papers: PapersById): Paper | null {
  for (const { verdict, evidence, explanation } of statements) {
    if (verdict !== Verdict.MET) continue;
    const registered = evidence.flatMap(({ documentId }) => papers.get(documentId ?? '') ?? [])[0];
    if (registered) return registered;
    const [, number, day] = PAPER_IN_WORDS.exec(explanation ?? '') ?? [];
    const issuedOn = readDay(day ?? '');
    if (number !== undefined && issuedOn !== null) return { number, issuedOn };
  }
  return null;
}
