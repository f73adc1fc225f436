import { type Actor, Role } from '@tieuchi/subgraph-kit';
import { UnknownReason, Verdict } from '../../services/rural-security/src/assessment/assessment-enums';
import type { DeskEntry } from '../../services/rural-security/src/assessment-life/assessment-desk';
import type { ItemEntry } from '../../services/rural-security/src/assessment-life/item-entry';
import type { Step } from '../../services/rural-security/src/assessment-life/step';
import type { DrawnStep, ItemVerdict } from './random-history.fixture';

type State = 'NOT_STARTED' | 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPRAISED' | 'RECOGNISED' | 'REVOKED';

/** An assessment as its people know it. */
export interface Known {
  readonly state: State;
  readonly version: number;
  readonly isMet: boolean;
}

/** What is confirmed and revoked rests on a paper each. */
export interface Papers {
  readonly RECOGNISE: string;
  readonly REVOKE: string;
}

export interface StepPlace {
  readonly unitId: string;
  /** Whether it is judged by its contents. */
  readonly isItemised: boolean;
  /** The papers of steps that need one; the same for both is refused. */
  readonly papers: Papers;
}

export interface Planned {
  readonly who: Actor;
  readonly entry: DeskEntry;
  /** What they know once the step is taken. */
  readonly next: Known;
}

export const NOT_STARTED: Known = { state: 'NOT_STARTED', version: 0, isMet: false };

const MOVES: Readonly<Record<State, readonly Step[]>> = {
  NOT_STARTED: ['SAVE', 'SUBMIT', 'SUBMIT'],
  DRAFT: ['SAVE', 'SUBMIT', 'SUBMIT'],
  SUBMITTED: ['RETURN', 'APPRAISE', 'APPRAISE', 'APPRAISE'],
  RETURNED: ['SAVE', 'SUBMIT'],
  APPRAISED: ['APPRAISE', 'RETURN', 'RECOGNISE', 'RECOGNISE'],
  RECOGNISED: ['REVOKE'],
  REVOKED: [],
};
const STATES: Readonly<Record<Step, State>> = {
  SAVE: 'DRAFT',
  SUBMIT: 'SUBMITTED',
  RETURN: 'RETURNED',
  APPRAISE: 'APPRAISED',
  RECOGNISE: 'RECOGNISED',
  REVOKE: 'REVOKED',
};

/** @returns a step that the assessment's state allows, with somebody who may take it; null at the end of its life */
export function planStep(known: Known, drawn: DrawnStep, { unitId, isItemised, papers }: StepPlace): Planned | null {
  const moves = MOVES[known.state].filter((move) => move !== 'RECOGNISE' || known.isMet);
  const step = moves[drawn.move % moves.length];
  if (step === undefined) return null;
  const isMet = drawn.verdicts.slice(0, isItemised ? 2 : 1).every((verdict) => verdict === 'MET');
  return {
    who: actorOf(step, known.state, drawn.person, unitId),
    entry: {
      step,
      expectedVersion: known.version + (drawn.isMistaken ? 1 : 0),
      ...wordsOf(step, drawn, isItemised),
      acceptSelfAssessed: false,
      enteredFor: 'Công an xã',
      reason: 'lý do',
      decisionId: step === 'RECOGNISE' || step === 'REVOKE' ? papers[step] : null,
    },
    next: { state: STATES[step], version: known.version + 1, isMet: step === 'APPRAISE' ? isMet : known.isMet },
  };
}

function wordsOf(step: Step, { verdicts }: DrawnStep, isItemised: boolean): Pick<DeskEntry, 'items' | 'verdict'> {
  if (step !== 'SAVE' && step !== 'SUBMIT' && step !== 'APPRAISE') return { items: [], verdict: null };
  if (!isItemised) return { items: [], verdict: said(verdicts[0]).verdict };
  return { items: verdicts.map((verdict, index) => ({ number: index + 1, ...said(verdict) })), verdict: null };
}

function said(verdict: ItemVerdict): Pick<ItemEntry, 'reason' | 'explanation'> & { readonly verdict: Verdict } {
  return verdict === 'MET' || verdict === 'NOT_MET'
    ? { verdict: Verdict[verdict] }
    : { verdict: Verdict.UNKNOWN, reason: UnknownReason[verdict], explanation: 'chưa rõ' };
}

/** Nobody appraises what they entered: one appraiser only enters, two only appraise. */
function actorOf(step: Step, state: State, person: number, unitId: string): Actor {
  if (step === 'SAVE' || step === 'SUBMIT') {
    return person === 0
      ? { subject: 'appraiser-0', role: Role.APPRAISER, scope: 'VN' }
      : { subject: `officer-${person}-${unitId}`, role: Role.COMMUNE_OFFICER, scope: unitId };
  }
  if (step === 'APPRAISE' || (step === 'RETURN' && state === 'SUBMITTED')) {
    return { subject: `appraiser-${1 + (person % 2)}`, role: Role.APPRAISER, scope: 'VN' };
  }
  return { subject: `recogniser-${person}`, role: Role.RECOGNISER, scope: 'VN' };
}
