import { Verdict } from '@tieuchi/subgraph-kit';
import type { CriteriaSets } from '../criteria/criteria-sets';
import { criteriaWith } from '../ward-life/criterion-entry';
import { allRecognitions } from '../ward-life/recognition';
import type { CriterionStatement, Revision } from '../ward-life/revision';
import type { CriterionScore, ModelWard, ModelWardScore } from './model-ward';
import type { PilotWardRow } from './pilot-ward.repository';
import { labelOf, WardState } from './ward-state';

/** What is shown of a ward. */
export function presentWard(row: PilotWardRow, criteriaSets: CriteriaSets): ModelWard {
  const { state, appraisedItems, criteriaAsked, appraisedMet, decisionNumber, decidedOn, issuer } = row;
  const recognitions = allRecognitions(row);
  const isRevoked = state === WardState.REVOKED && decisionNumber !== null && decidedOn !== null;
  return {
    wardId: row.wardId,
    state,
    label: labelOf(state, row.recognisedForYear),
    version: row.version,
    year: row.year,
    registeredOn: row.registeredOn,
    criteriaAsked,
    selfScore: selfScore(row),
    appraisedScore: appraisedScore(row),
    criteria: criteriaOf(row, criteriaSets),
    notMet: appraisedItems.length === 0 ? [] : criteriaWith(Verdict.NOT_MET, appraisedItems, criteriaAsked),
    allMet: appraisedMet === criteriaAsked,
    proposedOn: row.proposedOn,
    recognition: row.recognisedForYear === null ? null : (recognitions.at(-1) ?? null),
    recognitions,
    revocation: isRevoked ? { decisionNumber, decidedOn, issuer } : null,
    reason: row.reason,
    enteredFor: row.enteredFor,
    origin: row.origin,
  };
}

function selfScore(row: Revision): ModelWardScore | null {
  const {
    selfMet: met,
    selfPrintedMet: printedMet,
    criteriaAsked: asked,
    selfScoredOn: scoredOn,
    year: scoredYear,
  } = row;
  if (met === null) return null;
  return scoreOf({ met, asked, scoredYear, printedMet, scoredOn, scoredBy: row.selfScoredBy });
}

function appraisedScore(row: Revision): ModelWardScore | null {
  const {
    appraisedMet: met,
    appraisedPrintedMet: printedMet,
    criteriaAsked: asked,
    appraisedOn: scoredOn,
    year: scoredYear,
  } = row;
  if (met === null) return null;
  return scoreOf({ met, asked, scoredYear, printedMet, scoredOn, scoredBy: row.appraisedBy });
}

function scoreOf(score: Omit<ModelWardScore, 'printedDiffers'>): ModelWardScore {
  return { ...score, printedDiffers: score.printedMet !== null && score.printedMet !== score.met };
}

/** Empty where nothing was said criterion by criterion: then only a number is known. */
function criteriaOf({ year, selfItems, appraisedItems }: Revision, criteriaSets: CriteriaSets): CriterionScore[] {
  if (year === null || (selfItems.length === 0 && appraisedItems.length === 0)) return [];
  return criteriaSets.ofYear(year).set.criteria.map(({ number, textVi }) => {
    const appraised = statementOf(appraisedItems, number);
    return {
      number,
      text: textVi,
      verdict: appraised?.verdict ?? Verdict.UNKNOWN,
      selfScored: statementOf(selfItems, number),
      appraised,
    };
  });
}

function statementOf(statements: readonly CriterionStatement[], number: number): CriterionStatement | null {
  return statements.find((statement) => statement.number === number) ?? null;
}
