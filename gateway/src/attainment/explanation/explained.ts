import type { Attainment } from '../attainment';
import type { Counts } from '../counts';
import type { Target } from '../target';

/** What an explanation is about, beside the numbers. */
export interface Subject {
  /** The unit with its kind, in Vietnamese: "Tỉnh Thái Nguyên"; null for the country. */
  readonly place: string | null;
  /** What is counted: "xã", "communes". */
  readonly nounVi: string;
  readonly nounEn: string;
  /** As the criteria set prints it: "19.2". */
  readonly indicatorNumber: string;
  readonly year: number;
  /** The map that groups the answer. */
  readonly map: string;
  /** The day as of whose end it was known; null: now. */
  readonly knownOn: string | null;
  readonly today: string;
}

/** The objects that the numbers of an answer come from: an explanation is made of the same ones. */
export interface Explained {
  readonly attainment: Attainment;
  readonly counts: Counts;
  readonly target: Target | null;
  readonly subject: Subject;
}

type JudgedFigure =
  | 'ratePercent'
  | 'bounds'
  | 'targetPercent'
  | 'requiredCount'
  | 'surplus'
  | 'shortfall'
  | 'shortfallIfUnknownsPass';

/** Held against a target: with the verdicts ATTAINED, NOT_ATTAINED and UNDECIDED none of these figures is missing. */
export interface Judged extends Explained {
  readonly attainment: Attainment & { readonly [Key in JudgedFigure]: NonNullable<Attainment[Key]> };
  readonly target: Target;
}

/** One step of the way to a verdict, as text in both languages, with its main figure. */
export interface ExplanationStep {
  /** From 1, without gaps. */
  readonly step: number;
  readonly key: StepKey;
  readonly vi: string;
  readonly en: string;
  /** Counts as digits, percentages with "."; null where the step has no single figure. */
  readonly value: string | null;
}

export type StepKey =
  | 'SCOPE'
  | 'RESULTS'
  | 'TARGET'
  | 'REQUIRED'
  | 'COMPARISON'
  | 'IF_UNKNOWNS_PASS'
  | 'CONCLUSION'
  | 'METHOD';
