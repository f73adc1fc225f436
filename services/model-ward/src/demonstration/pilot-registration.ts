/** A scorecard of 21 is appraised and goes no further; one of 22 is proposed, and most of those are recognised. */
export type RegistrationState = 'REGISTERED' | 'SELF_SCORED' | 'APPRAISED' | 'PROPOSED' | 'RECOGNISED';

export interface RegistrationRevision {
  readonly state: RegistrationState;
  /** Instants `YYYY-MM-DDThh:mm:ss+07:00`; `recordedTo` is null in the last revision. */
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
}

/** Criteria met, of the 22 of the pilot set of 2021–2023. */
export interface PilotScorecard {
  readonly criteriaAsked: 22;
  readonly selfMet: number;
  readonly appraisedMet: number;
  /** What the appraisal, or the ward itself, found missing. */
  readonly appraisedMissing: readonly MissingCriterion[];
  readonly selfMissing: readonly MissingCriterion[];
  /** Days in Vietnam. */
  readonly selfScoredOn: string;
  readonly appraisedOn: string;
}

/** The only criterion that sources report as missing; its number in the set is not published. */
export type MissingCriterion = 'HEADQUARTERS';

export const MISSING_CRITERION_LABEL: Readonly<Record<MissingCriterion, string>> = { HEADQUARTERS: 'trụ sở' };

export interface WardRecognition {
  /** The year that the ward's police is recognised for; the decision comes in the year after. */
  readonly year: 2023;
  /** `MP-0001/2024`: running number in the order of the days, and the year of the decision. */
  readonly decisionNumber: string;
  readonly decidedOn: string;
}

/** A made-up registration of a ward for the pilot "Công an phường điển hình, kiểu mẫu". */
export interface PilotRegistration {
  readonly code: string;
  readonly registeredOn: string;
  /** Start of the first revision. */
  readonly recordedFrom: string;
  /** Oldest first, never empty. */
  readonly history: readonly RegistrationRevision[];
  readonly scorecard: PilotScorecard;
  readonly recognition: WardRecognition | null;
}
