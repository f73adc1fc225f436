import { type Actor, type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import { AssessmentState, UnknownReason, Verdict } from '../assessment/assessment-enums';
import { judgeIndicator } from '../judging/judge-indicator';
import { unknownReason } from '../judging/judgement';
import type { Desk } from './desk';
import type { ItemEntry } from './item-entry';
import type { ItemStatement, Revision } from './revision';
import { readStatements, requireEvidence, requireStatements } from './statements';
import { type Step, takeStep } from './step';

/** What somebody sends with a step. */
export interface StepEntry {
  readonly step: Step;
  /** The version that the sender has read; null where nothing was recorded. */
  readonly expectedVersion: number | null;
  readonly items: readonly ItemEntry[];
  /** Of the whole, where the set of the year has no contents one by one. */
  readonly verdict: Verdict | null;
  /** Contents without an entry take what the unit says of them. */
  readonly acceptSelfAssessed: boolean;
  readonly enteredFor: string | null;
  readonly reason: string | null;
  readonly decision: { readonly id: string; readonly number: string } | null;
}

const NOTHING_SAID = { reason: UnknownReason.ITEM_UNKNOWN };

const NEVER: Revision = {
  version: 0,
  state: AssessmentState.NOT_STARTED,
  verdict: Verdict.UNKNOWN,
  unknownReason: UnknownReason.NOT_STARTED,
  selfVerdict: null,
  itemVerdicts: [],
  selfItems: [],
  appraisedItems: [],
  submittedOn: null,
  submittedBy: null,
  enteredFor: null,
  appraisedOn: null,
  appraisedBy: null,
  confirmedOn: null,
  late: false,
  reason: null,
  decisionNumber: null,
  decisionId: null,
};

/**
 * What a step makes of an assessment. Nothing is written here.
 * @param today the day in Vietnam
 * @throws SpeakingError what is wrong with it, with the place in the input where it has one
 */
export function nextRevision(desk: Desk, entry: StepEntry, actor: Actor, today: Day): Revision {
  const before = desk.current ?? NEVER;
  checkVersion(before, entry);
  const state = takeStep(entry.step, before.state, actor.role);
  const changed = { ...before, version: before.version + 1, state, reason: null };
  switch (entry.step) {
    case 'SAVE':
    case 'SUBMIT':
      return enter(desk, changed, entry, actor, today);
    case 'RETURN':
      return { ...changed, ...undecided(UnknownReason.RETURNED, desk), reason: requireReason(entry) };
    case 'APPRAISE':
      return appraise(desk, changed, entry, actor, today);
    case 'RECOGNISE':
      return recognise(changed, entry, today);
    case 'REVOKE':
      return revoke(changed, entry);
  }
}

function checkVersion({ version }: Revision, { expectedVersion }: StepEntry): void {
  if ((expectedVersion ?? 0) === version) return;
  throw new SpeakingError(
    'STALE_VERSION',
    `It is at version ${version}, you have read ${expectedVersion ?? 0}: read it again, then repeat the step.`,
    { path: 'expectedVersion', version },
  );
}

/** Only an appraisal decides; before it every content is unknown. */
function undecided(unknownReason: UnknownReason, { items }: Desk) {
  return {
    verdict: Verdict.UNKNOWN,
    unknownReason,
    itemVerdicts: items.map(() => Verdict.UNKNOWN),
    appraisedItems: [],
    appraisedOn: null,
    appraisedBy: null,
  };
}

function enter(desk: Desk, before: Revision, entry: StepEntry, actor: Actor, today: Day): Revision {
  if (today < desk.windowFrom) {
    throw new SpeakingError('WINDOW_NOT_OPEN', `The window of ${desk.year} opens on ${desk.windowFrom}.`);
  }
  const statements = readStatements(desk, entry.items, before.selfItems);
  const isSubmitted = entry.step === 'SUBMIT';
  const selfVerdict = decide(desk, statements, entry.verdict, before.selfVerdict);
  if (isSubmitted) {
    requireStatements(desk, statements);
    requireEvidence(desk, entry.items, statements);
    if (selfVerdict === null) requireVerdict(desk);
  }
  return {
    ...before,
    ...undecided(isSubmitted ? UnknownReason.AWAITING_APPRAISAL : UnknownReason.IN_DRAFT, desk),
    selfItems: statements,
    selfVerdict,
    enteredFor: enteredFor(desk, entry, before, actor),
    submittedOn: isSubmitted ? today : before.submittedOn,
    submittedBy: isSubmitted ? actor.subject : before.submittedBy,
    late: isSubmitted ? today > desk.submitBy : before.late,
  };
}

function requireVerdict({ year }: Desk): never {
  throw new SpeakingError(
    'STATEMENT_REQUIRED',
    `The set of ${year} has no contents one by one: say in verdict whether the unit meets it.`,
    { path: 'verdict' },
  );
}

/** Whoever enters from above the unit says for whom: both names stay with it. */
function enteredFor({ unitId }: Desk, entry: StepEntry, before: Revision, { scope }: Actor): string | null {
  if (scope === unitId) return null;
  const name = entry.enteredFor?.trim() || before.enteredFor;
  if (name) return name;
  throw new SpeakingError(
    'REASON_REQUIRED',
    'You enter for a unit that is not your own: say in enteredFor who is answerable there.',
    { path: 'enteredFor' },
  );
}

function appraise(desk: Desk, before: Revision, entry: StepEntry, actor: Actor, today: Day): Revision {
  if (desk.authors.includes(actor.subject)) {
    throw new SpeakingError('OWN_SUBMISSION', 'You entered this assessment yourself: somebody else appraises it.');
  }
  // a correction changes single contents of what was appraised before
  const taken = entry.acceptSelfAssessed ? before.selfItems : before.appraisedItems;
  const statements = readStatements(desk, entry.items, taken);
  const isWhole = desk.items.length === 0;
  const stated = entry.verdict ?? (isWhole && entry.acceptSelfAssessed ? before.selfVerdict : null);
  const verdict = decide(desk, statements, stated, null) ?? Verdict.UNKNOWN;
  return {
    ...before,
    verdict,
    unknownReason:
      verdict === Verdict.UNKNOWN
        ? unknownReason(desk.items.map(({ number }) => statementOf(statements, number) ?? NOTHING_SAID))
        : null,
    itemVerdicts: desk.items.map(({ number }) => statementOf(statements, number)?.verdict ?? Verdict.UNKNOWN),
    appraisedItems: statements,
    appraisedOn: today,
    appraisedBy: actor.subject,
  };
}

function recognise(before: Revision, entry: StepEntry, today: Day): Revision {
  if (before.verdict !== Verdict.MET) {
    throw new SpeakingError('WRONG_STATE', `Only a result that is MET is confirmed; this one is ${before.verdict}.`);
  }
  return { ...before, ...requireDecision(entry), confirmedOn: today };
}

/** What was confirmed does not hold any more; the contents stay as they were appraised. */
function revoke(before: Revision, entry: StepEntry): Revision {
  if (entry.decision?.id === before.decisionId) {
    throw new SpeakingError(
      'BAD_USER_INPUT',
      'The paper of the confirmation does not revoke it: name the one that does.',
      {
        path: 'decisionId',
      },
    );
  }
  return {
    ...before,
    ...requireDecision(entry),
    verdict: Verdict.NOT_MET,
    unknownReason: null,
    reason: requireReason(entry),
  };
}

/** By the contents where the set has them, else as it was stated. */
function decide(
  { rule, items }: Desk,
  statements: readonly ItemStatement[],
  stated: Verdict | null,
  before: Verdict | null,
): Verdict | null {
  const verdicts = items.map(({ number }) => statementOf(statements, number)?.verdict ?? Verdict.UNKNOWN);
  const judged = items.length === 0 ? null : judgeIndicator(rule, verdicts);
  if (judged !== null && stated !== null && stated !== judged) {
    throw new SpeakingError(
      'VERDICT_CONTRADICTS_VALUE',
      `The contents make it ${judged}, not ${stated}: leave verdict out.`,
      {
        path: 'verdict',
      },
    );
  }
  return judged ?? stated ?? before;
}

function statementOf(statements: readonly ItemStatement[], number: number): ItemStatement | undefined {
  return statements.find((statement) => statement.number === number);
}

function requireReason({ reason }: StepEntry): string {
  const text = reason?.trim();
  if (text) return text;
  throw new SpeakingError('REASON_REQUIRED', 'Say why, so that the unit knows what to do.', { path: 'reason' });
}

function requireDecision({ decision }: StepEntry) {
  if (decision) return { decisionId: decision.id, decisionNumber: decision.number };
  throw new SpeakingError('DOCUMENT_NOT_FOUND', 'Name the paper: record it with recordDocument first.', {
    path: 'decisionId',
  });
}
