// Written by `npm run schema` from clients/dashboard/operations and the supergraph.
/** An operation of the manifest: the hash by which it is asked for, and the types of what goes in and comes out. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly hash: string;
  /** Types only: never set. */
  readonly types?: { readonly data: Data; readonly variables: Variables };
}

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Districts exist until 30 June 2025. */
export type AdministrativeLevel =
  /** Việt Nam. */
  | 'COUNTRY'
  /** Cấp tỉnh: provinces and centrally-run cities. */
  | 'PROVINCE'
  /** Cấp huyện; none after 30 June 2025. */
  | 'DISTRICT'
  /** Cấp xã: rural communes, wards, townships and special zones. */
  | 'COMMUNE';

/** What the appraisal finds. Contents that nothing is said of are UNKNOWN. */
export type AppraiseAssessmentInput = {
  /** Code of the unit on the map that the year counts (`countedOn`): "05488". */
  readonly unitCode: string;
  /** An id of `indicators`: "ntm-2021-2025/19.2". */
  readonly indicator: string;
  /** The assessment year. */
  readonly year: number;
  /** `Assessment.version` as it was read; left out for the first step. */
  readonly expectedVersion?: number | null | undefined;
  /** Contents as appraised; in a correction, those that change. */
  readonly items?: ReadonlyArray<ItemInput>;
  /** Of the whole, where the set of the year is not itemised. */
  readonly verdict?: Verdict | null | undefined;
  /** Contents without an entry take what the unit says of them. */
  readonly acceptSelfAssessed?: boolean;
};

/** How far an assessment has come. */
export type AssessmentState =
  /** Nothing is recorded. */
  | 'NOT_STARTED'
  /** Begun, not sent yet. */
  | 'DRAFT'
  /** Sent, waiting for appraisal. */
  | 'SUBMITTED'
  /** Sent back to be completed. */
  | 'RETURNED'
  /** Appraised; the verdict can still be UNKNOWN, for want of a content. */
  | 'APPRAISED'
  /** The last step of the indicator is done: for 19.2 the police confirmed the result. */
  | 'RECOGNISED'
  /** Taken back after the last step; the verdict is what holds now. */
  | 'REVOKED'
  /** Not appraised. How far it has come, whoever asks may not see: perhaps nothing is recorded. */
  | 'NOT_PUBLISHED';

/** Whether "at least" the target is reached; the first value that applies, in this order. */
export type AttainmentVerdict =
  /** No target is loaded for the unit, not even one of the country. */
  | 'NO_TARGET'
  /** No unit of the population lies here: `total` is 0. */
  | 'NOT_APPLICABLE'
  /** Not one result is appraised. */
  | 'NO_DATA'
  /** met ≥ requiredCount: certain, whatever the unknowns turn out to be. */
  | 'ATTAINED'
  /** met + unknown < requiredCount: certain. `duePassed` tells "not yet" from "missed". */
  | 'NOT_ATTAINED'
  /** The unknowns will decide it. */
  | 'UNDECIDED';

/** What names a paper. */
export type DocumentInput = {
  /** As printed: "926/QĐ-TTg". */
  readonly number: string;
  /** The day it was issued. */
  readonly issuedOn: string;
  /** Who issued it, in Vietnamese. */
  readonly issuer: string;
  /** Who signed it. */
  readonly signer?: string | null | undefined;
  /** Its title, in Vietnamese. */
  readonly title: string;
  /** What it says, shortly (trích yếu). */
  readonly abstract?: string | null | undefined;
  /** Its file, sent with PUT /evidence/<sha256>. */
  readonly sha256?: string | null | undefined;
};

/** Whose books are to be closed. */
export type DraftTallyStatementInput = {
  /** The code of the unit: "19"; "VN" for the country. */
  readonly unitCode: string;
  /** Its level: the code alone leaves it open. */
  readonly level: AdministrativeLevel;
  /** An id of `indicators`: "ntm-2021-2025/19.2". */
  readonly indicator: string;
  /** An assessment year that has begun. */
  readonly year: number;
  /** The map that the unit stands on; left out: the one that the year counts. */
  readonly map?: string | null | undefined;
  /** The version of the draft that is to be counted anew; left out where there is none. */
  readonly expectedVersion?: number | null | undefined;
};

/** What a unit says of itself. Contents that are left out stay as they were saved. */
export type EnterAssessmentInput = {
  /** Code of the unit on the map that the year counts (`countedOn`): "05488". */
  readonly unitCode: string;
  /** An id of `indicators`: "ntm-2021-2025/19.2". */
  readonly indicator: string;
  /** The assessment year. */
  readonly year: number;
  /** `Assessment.version` as it was read; left out for the first step. */
  readonly expectedVersion?: number | null | undefined;
  /** Contents that are entered or changed. */
  readonly items?: ReadonlyArray<ItemInput>;
  /** Of the whole, where the set of the year is not itemised. */
  readonly verdict?: Verdict | null | undefined;
  /** Who is answerable in the unit, for whoever enters from above it; both names are kept. */
  readonly enteredFor?: string | null | undefined;
};

/** What a statement rests on: exactly one of sha256, url and documentId. */
export type EvidenceInput = {
  /** A file that was sent with PUT /evidence/<sha256>. */
  readonly sha256?: string | null | undefined;
  /** A link, https or http. */
  readonly url?: string | null | undefined;
  /** A paper of `documents`. */
  readonly documentId?: string | null | undefined;
  /** What it shows, in Vietnamese. */
  readonly note?: string | null | undefined;
};

/** What a unit gives to prove a content. */
export type EvidencePolicy =
  /** It is not sent without evidence. */
  | 'REQUIRED'
  /** Evidence may be given. */
  | 'OPTIONAL'
  /** Number, date and issuer of the paper alone; never a file. */
  | 'REFERENCE_ONLY'
  /** It takes none. */
  | 'NONE';

/** What became of a file that was sent for many units. */
export type ImportJobState =
  /** At work, or waiting for an import of the same year; nothing of it counts yet. */
  | 'RUNNING'
  /** All of its rows are recorded. */
  | 'DONE'
  /** Nothing was recorded: `faults` say why. */
  | 'REFUSED'
  /** Nothing was recorded: it was broken off. The file can be sent again. */
  | 'FAILED';

/** What an indicator is measured in. */
export type IndicatorShape =
  /** Units that meet it, of all units of a population. */
  | 'UNITS_MET'
  /** Numbers of cases against a base year; it has no attainment in percent. */
  | 'CASES'
  /** Points by content; kept for its texts, nothing is assessed. */
  | 'POINTS';

/** What is said of one content (nội dung). */
export type ItemInput = {
  /** Its number in the criteria set of the year, from 1. */
  readonly number: number;
  /** Left out where the measures decide. */
  readonly verdict?: Verdict | null | undefined;
  /** With UNKNOWN: ITEM_UNKNOWN (the default) or NO_COMPARABLE_PREVIOUS_YEAR. */
  readonly reason?: UnknownReason | null | undefined;
  /** The figures that the rule of the content asks for. */
  readonly measures?: ReadonlyArray<MeasureInput> | null | undefined;
  /** In Vietnamese; stands for evidence that is missing. */
  readonly explanation?: string | null | undefined;
  /** What it rests on. */
  readonly evidence?: ReadonlyArray<EvidenceInput> | null | undefined;
};

/** Vietnamese is the original; in names, English drops the marks. */
export type Language =
  /** "Tỉnh Thái Nguyên" */
  | 'VI'
  /** "Thai Nguyen province" */
  | 'EN';

/** A whole number that a content is judged by. */
export type MeasureInput = {
  /** As the rule of the content names it: "recognised". */
  readonly name: string;
  /** 0 or more; leave the measure out where it is not known. */
  readonly count: number;
};

/** How far the police of a ward has come from registration to recognition. */
export type ModelWardState =
  /** Nothing is recorded. */
  | 'NOT_REGISTERED'
  /** Đã đăng ký. */
  | 'REGISTERED'
  /** Đang xây dựng: work has begun, or the scores were returned. */
  | 'UNDER_WAY'
  /** Đã tự chấm: waits for its appraisal. */
  | 'SELF_SCORED'
  /** Đã thẩm định: some criteria may not be met. */
  | 'APPRAISED'
  /** Đã đề nghị công nhận: all criteria are met as appraised. */
  | 'PROPOSED'
  /** Đã công nhận, for a year and by a numbered decision. */
  | 'RECOGNISED'
  /** Công nhận lại, for a later year. */
  | 'RE_RECOGNISED'
  /** Đã thu hồi. */
  | 'REVOKED'
  /** Đã rút đăng ký. */
  | 'WITHDRAWN';

/** Where a figure comes from. SYNTHETIC is made by the software for demonstration and says nothing about reality. */
export type Origin =
  /** Recorded in this system, case by case. */
  | 'RECORDED'
  /** Reported by a locality as a figure. */
  | 'REPORTED'
  /** Taken from a published paper or the press. */
  | 'PUBLISHED'
  /** Made up for demonstration; never mixed with real figures. */
  | 'SYNTHETIC'
  /** Adds up figures of several real origins; comparable with nothing. */
  | 'MIXED';

/** How the way to the target goes; the first value that applies, in this order. A convention of this project. */
export type PaceStatus =
  /** The verdict is ATTAINED. */
  | 'ATTAINED'
  /** NOT_ATTAINED, though an earlier year of the same origin attained it: see `attainedInYear`. */
  | 'LOST'
  /** NOT_ATTAINED, and `duePassed`. */
  | 'MISSED'
  /** Cannot be told: nothing is appraised, there is no comparable baseline below the target, or the unknowns decide it. */
  | 'UNKNOWN'
  /** Ratio of 1 or more: fast enough to reach the target in the due year. */
  | 'ON_TRACK'
  /** Ratio of 0.5 to less than 1. */
  | 'BEHIND'
  /** Ratio of 0 to less than 0.5. */
  | 'FAR_BEHIND'
  /** Ratio below 0: the rate is lower than in the baseline year. */
  | 'REGRESSING';

/** What a rule counts: registrations or recognitions. */
export type QuotaCounts =
  /** Wards that are registered, however far they have come. */
  | 'REGISTERED'
  /** Only wards whose police is recognised, for the first time or again. */
  | 'RECOGNISED';

/** Why a ward does not count for a rule; the first that holds, in this order. */
export type QuotaExclusion =
  /** It is a ward of a later map than the one that the rule was set on. */
  | 'NOT_ON_RULE_MAP'
  /** Ngoài phạm vi quy định: the rule names no unit that it lies in. */
  | 'OUTSIDE_RULE'
  /** Đã rút. */
  | 'WITHDRAWN'
  /** Đã thu hồi. */
  | 'REVOKED'
  /** It ended before the day on which wards must still stand. */
  | 'UNIT_NO_LONGER_EXISTS'
  /** Đăng ký sau hạn. */
  | 'LATE'
  /** Chưa được công nhận. */
  | 'NOT_RECOGNISED'
  /** Only recognised for a year after that of the deadline. */
  | 'FOR_A_LATER_YEAR'
  /** The rule goes by the day of the decision, and that is after the deadline. */
  | 'DECIDED_LATE'
  /** Its last recognition in time does not hold until the deadline any more. */
  | 'EXPIRED';

/** Whether a unit has what a rule asks. An open decision is neither a ward that counts nor one that is missing. */
export type QuotaVerdict =
  /** Đủ. */
  | 'FULFILLED'
  /** Còn thiếu, whatever becomes of pending decisions. */
  | 'SHORT'
  /** Wards that still may be recognised for the year would fill the gap. */
  | 'UNDECIDED';

/** Which statement, as it was read. */
export type ReceiveTallyStatementInput = {
  /** The id of the statement. */
  readonly statementId: string;
  /** The version that was read. */
  readonly expectedVersion: number;
};

/** The last step of the indicator: for 19.2 the police confirm the result. */
export type RecogniseAssessmentInput = {
  /** Code of the unit on the map that the year counts (`countedOn`): "05488". */
  readonly unitCode: string;
  /** An id of `indicators`: "ntm-2021-2025/19.2". */
  readonly indicator: string;
  /** The assessment year. */
  readonly year: number;
  /** `Assessment.version` as it was read; left out for the first step. */
  readonly expectedVersion?: number | null | undefined;
  /** The paper of it, of `documents`. */
  readonly decisionId: string;
};

/** What a reported figure looks like beside what is recorded here. The first that holds, in this order: PLAN, DIFFERENT_INDICATOR, MAP_NOT_LOADED, DEMONSTRATION, NOT_RECORDED, POPULATION_DIFFERS, then EQUAL or DIFFERS. */
export type ReconciliationOutcome =
  /** Khớp: the same counts. */
  | 'EQUAL'
  /** Lệch: another number of units that met it, of the same population. */
  | 'DIFFERS'
  /** Khác mẫu số: counted over another number of units. */
  | 'POPULATION_DIFFERS'
  /** Chưa có địa giới của thời điểm đó: its units are not known here. */
  | 'MAP_NOT_LOADED'
  /** Khác chỉ tiêu: nothing that is recorded here counts the same. */
  | 'DIFFERENT_INDICATOR'
  /** A plan is not compared with results; see `planResults`. */
  | 'PLAN'
  /** No result of that year is recorded here. */
  | 'NOT_RECORDED'
  /** What is recorded here is made up: it is never compared with a report. */
  | 'DEMONSTRATION';

/** What is to be known before a reported figure is used. None of them changes it. */
export type ReportedFlag =
  /** A plan, not a result. */
  | 'PLAN'
  /** No programme here defines the indicator: it is counted, never judged. */
  | 'COUNTED_ONLY'
  /** Printed with a word such as "trên", "gần" or "cơ bản". */
  | 'QUALIFIED'
  /** The printed percentage does not follow from the printed counts. */
  | 'PRINTED_PERCENT_DIFFERS'
  /** The printed attainment does not follow from rate and target. */
  | 'PRINTED_ATTAINMENT_DIFFERS'
  /** The printed parts do not add up to the printed number. */
  | 'PARTS_DIFFER'
  /** The total is a quota and not a population: more than all of it may be held. */
  | 'TOTAL_IS_QUOTA'
  /** The printed total is not the population on the map of that day. */
  | 'POPULATION_DIFFERS'
  /** The printed total fits no map that is loaded, and that of its day is not. */
  | 'MAP_NOT_LOADED';

/** Whether a reported figure is to come or has come. */
export type ReportedKind =
  /** Kế hoạch: an interim target in counts. It says nothing of what was reached. */
  | 'PLAN'
  /** Kết quả thực hiện: what was reached by that day, as reported. */
  | 'RESULT';

/** Sends an assessment back: a submission to its unit, an appraisal to be redone. */
export type ReturnAssessmentInput = {
  /** Code of the unit on the map that the year counts (`countedOn`): "05488". */
  readonly unitCode: string;
  /** An id of `indicators`: "ntm-2021-2025/19.2". */
  readonly indicator: string;
  /** The assessment year. */
  readonly year: number;
  /** `Assessment.version` as it was read; left out for the first step. */
  readonly expectedVersion?: number | null | undefined;
  /** What is to be completed, in Vietnamese. */
  readonly reason: string;
};

/** Which statement, and why it goes back. */
export type ReturnTallyStatementInput = {
  /** The id of the statement. */
  readonly statementId: string;
  /** The version that was read. */
  readonly expectedVersion: number;
  /** In Vietnamese. */
  readonly reason: string;
};

/** Why a unit is at risk. */
export type RiskKind =
  /** It met in the year before, and this content is now appraised as NOT_MET. */
  | 'CONTENT_FAILING'
  /** It met in the year before, and the appraisal could not decide this content. */
  | 'CONTENT_UNKNOWN'
  /** This content is NOT_MET in both years, which are assessed by the same set. */
  | 'FAILING_AGAIN'
  /** A reorganisation between the counting days of the two years touched it: they may not be comparable. */
  | 'LAND_CHANGED';

/** What somebody may see and do, each within a part of the country. */
export type Role =
  /** Without a sign-in: published figures. */
  | 'PUBLIC'
  /** Reads, without the names of officers. */
  | 'VIEWER'
  /** Enters and sends what a unit says of itself. */
  | 'COMMUNE_OFFICER'
  /** Appraises what was sent, or returns it. */
  | 'APPRAISER'
  /** Takes the last step of an indicator, returns an appraisal, or revokes. */
  | 'RECOGNISER'
  /** Oversees its part of the country and enters what is reported to it. */
  | 'MINISTRY'
  /** Reads what was done, and by whom. */
  | 'AUDITOR'
  /** Runs the installation. */
  | 'ADMIN';

/** How a content, or an indicator from its contents, is decided. */
export type RuleKind =
  /** The appraiser says it; nothing is computed. */
  | 'STATED'
  /** An indicator: all contents are met. */
  | 'ALL_OF'
  /** An indicator: at least `count` contents are met. */
  | 'AT_LEAST_OF'
  /** A content: each part is at least so many percent of its whole. */
  | 'SHARE_OF_SUB_UNITS'
  /** A content: no measure is more than the year before. */
  | 'NOT_MORE_THAN_YEAR_BEFORE'
  /** A content: each measure fell against the base year. */
  | 'CHANGE_AGAINST_BASE_YEAR';

/** Why a year does not continue the year before: no line is drawn across. */
export type SeriesBreak =
  /** The units that are counted are those of another state of the map. */
  | 'OTHER_UNITS'
  /** Another criteria set judges. */
  | 'OTHER_CRITERIA';

/** Which statement, and the paper that it stands on. */
export type SignTallyStatementInput = {
  /** The id of the statement. */
  readonly statementId: string;
  /** The version that was read. */
  readonly expectedVersion: number;
  /** A paper of `documents`. */
  readonly documentId: string;
  /** Who signed the paper, with rank or office, in Vietnamese. */
  readonly signer: string;
};

/** How sure a statement about a rule is. */
export type SourceStatus =
  /** As the source says. */
  | 'SOURCED'
  /** Not checked against the original text. */
  | 'UNVERIFIED'
  /** Our conclusion from sources, which do not say it themselves. */
  | 'INFERENCE';

/** How far a statement has come. */
export type StatementState =
  /** Counted, not signed yet. */
  | 'DRAFT'
  /** Signed on a paper and sent up: the books are closed. */
  | 'SIGNED'
  /** Taken by the ministry. */
  | 'RECEIVED'
  /** Sent back with a reason; the level draws up another one. */
  | 'RETURNED';

/** What a unit is by law, on the day of the map. */
export type UnitKind =
  /** Việt Nam. */
  | 'COUNTRY'
  /** Tỉnh. */
  | 'PROVINCE'
  /** Thành phố trực thuộc Trung ương, of province level. */
  | 'CENTRALLY_RUN_CITY'
  /** Quận, of district level. */
  | 'URBAN_DISTRICT'
  /** Huyện, of district level. */
  | 'RURAL_DISTRICT'
  /** Thị xã, of district level. */
  | 'TOWN'
  /** Thành phố thuộc tỉnh, of district level. */
  | 'PROVINCIAL_CITY'
  /** Thành phố thuộc thành phố trực thuộc Trung ương, of district level, such as Thủ Đức. */
  | 'MUNICIPAL_CITY'
  /** Xã. */
  | 'RURAL_COMMUNE'
  /** Phường, of commune level. */
  | 'WARD'
  /** Thị trấn, of commune level; none after 30 June 2025. */
  | 'TOWNSHIP'
  /** Đặc khu, of commune level; since 1 July 2025. */
  | 'SPECIAL_ZONE';

/** Why there is no result. */
export type UnknownReason =
  /** Nothing is recorded. */
  | 'NOT_STARTED'
  /** Begun, not sent yet. */
  | 'IN_DRAFT'
  /** Sent, not appraised yet. */
  | 'AWAITING_APPRAISAL'
  /** Sent back to be completed. */
  | 'RETURNED'
  /** Appraised, but for want of a content (nội dung) nothing is decided. */
  | 'ITEM_UNKNOWN'
  /** A content compares with the year before, and that has no figure on the same land. */
  | 'NO_COMPARABLE_PREVIOUS_YEAR'
  /** The unit did not exist on the day that the year counts: see `predecessors`. */
  | 'NOT_RESTATABLE'
  /** The assessment year has not ended. */
  | 'WINDOW_OPEN'
  /** Not appraised; whoever asks may not see how far it has come. */
  | 'NOT_PUBLISHED';

/** Three-valued: a missing result is UNKNOWN, never a failure. */
export type Verdict =
  /** Đạt. */
  | 'MET'
  /** Chưa đạt. */
  | 'NOT_MET'
  /** Chưa có kết quả: nothing is decided yet. */
  | 'UNKNOWN';

export type AppraiseAssessmentMutationVariables = Exact<{
  input: AppraiseAssessmentInput;
}>;


export type AppraiseAssessmentMutation = { readonly payload: { readonly assessment: { readonly version: number, readonly state: AssessmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type CallerQueryVariables = Exact<{
  map?: string | null | undefined;
  language: Language;
}>;


export type CallerQuery = { readonly caller: { readonly subject: string, readonly role: Role, readonly unit:
      | { readonly id: string, readonly code: string, readonly level: AdministrativeLevel, readonly validFrom: string | null, readonly validTo: string | null, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly level: AdministrativeLevel, readonly validFrom: string | null, readonly validTo: string | null, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly level: AdministrativeLevel, readonly validFrom: string | null, readonly validTo: string | null, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly level: AdministrativeLevel, readonly validFrom: string | null, readonly validTo: string | null, readonly fullName: string }
     | null } | null };

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { readonly programmeInForce: { readonly id: string } | null, readonly programmes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly validFrom: string | null, readonly validTo: string | null, readonly closingMap: string | null, readonly titleEn: string, readonly indicators: ReadonlyArray<{ readonly id: string, readonly number: string, readonly shape: IndicatorShape, readonly titleVi: string, readonly titleEn: string, readonly nounVi: string, readonly nounEn: string, readonly years: ReadonlyArray<{ readonly year: number, readonly windowFrom: string, readonly windowTo: string, readonly windowStatus: SourceStatus, readonly countedOn: string }> }> }> | null };

export type CommuneContentsQueryVariables = Exact<{
  code: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
}>;


export type CommuneContentsQuery = { readonly commune: { readonly assessment: { readonly submittedOn: string | null, readonly late: boolean, readonly daysLate: number, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly items: ReadonlyArray<{ readonly number: number, readonly verdict: Verdict, readonly text: string | null, readonly appraised: { readonly verdict: Verdict, readonly reason: UnknownReason | null, readonly explanation: string | null, readonly measures: ReadonlyArray<{ readonly name: string, readonly count: number }>, readonly evidence: ReadonlyArray<{ readonly sha256: string | null, readonly url: string | null, readonly note: string | null, readonly document: { readonly number: string, readonly issuedOn: string, readonly title: string } | null }> } | null }> } | null } | null };

export type CommuneDetailsQueryVariables = Exact<{
  within: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CommuneDetailsQuery = { readonly assessments: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly missingItems: number | null, readonly unit:
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
       | null, readonly assessment: { readonly late: boolean } }> } | null };

export type CommuneResultQueryVariables = Exact<{
  code: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
}>;


export type CommuneResultQuery = { readonly mapState: { readonly day: string, readonly answeredBy: string, readonly mapExact: boolean, readonly provinces: number } | null, readonly commune: { readonly code: string, readonly name: string, readonly fullName: string, readonly validFrom: string | null, readonly parent:
      | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string, readonly parent:
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
         | null }
      | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string, readonly parent:
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
         | null }
      | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string, readonly parent:
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
         | null }
      | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string, readonly parent:
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
          | { readonly code: string, readonly level: AdministrativeLevel, readonly name: string, readonly fullName: string }
         | null }
     | null, readonly assessment: { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly appraisedOn: string | null, readonly confirmedOn: string | null, readonly decisionNumber: string | null, readonly countedOn: string, readonly origin: Origin, readonly note: string | null, readonly predecessors: { readonly met: number, readonly total: number, readonly linksComplete: boolean, readonly units: ReadonlyArray<{ readonly code: string, readonly fullName: string, readonly verdict: Verdict }> } | null } | null } | null };

export type CommunesAtRiskQueryVariables = Exact<{
  within: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
  first: number;
}>;


export type CommunesAtRiskQuery = { readonly communesAtRisk: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly unit:
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
       | null, readonly reasons: ReadonlyArray<{ readonly kind: RiskKind, readonly itemNumber: number | null }> }> } | null };

export type CommunesQueryVariables = Exact<{
  code: string;
  isProvince: boolean;
  isDistrict: boolean;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type CommunesQuery = { readonly province?: { readonly communes: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
          | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
          | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
          | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
          | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
         | null, readonly assessment: { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly origin: Origin } | null }> } } | null, readonly district?: { readonly communes: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
          | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
          | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
          | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
          | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
         | null, readonly assessment: { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly origin: Origin } | null }> } } | null };

export type PageFragment = { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
      | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
      | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
      | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
      | { readonly code: string, readonly name: string, readonly level: AdministrativeLevel }
     | null, readonly assessment: { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly origin: Origin } | null }> };

export type ConfirmQueueQueryVariables = Exact<{
  within: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type ConfirmQueueQuery = { readonly assessments: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly unit:
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
       | null, readonly assessment: { readonly appraisedOn: string | null } }> } | null };

export type CountedWardsQueryVariables = Exact<{
  rule: string;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CountedWardsQuery = { readonly quotaWards: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly counts: boolean, readonly reason: QuotaExclusion | null, readonly sentence: string | null, readonly unit:
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
       | null }> } | null };

export type DraftStatementMutationVariables = Exact<{
  input: DraftTallyStatementInput;
}>;


export type DraftStatementMutation = { readonly payload: { readonly statement: { readonly id: string, readonly version: number, readonly state: StatementState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type FailingContentsQueryVariables = Exact<{
  within: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type FailingContentsQuery = { readonly assessments: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly unit:
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
            | { readonly name: string, readonly level: AdministrativeLevel }
           | null }
       | null, readonly assessment: { readonly items: ReadonlyArray<{ readonly number: number, readonly verdict: Verdict }> } }> } | null };

export type ImportJobQueryVariables = Exact<{
  id: string;
}>;


export type ImportJobQuery = { readonly importJob: { readonly state: ImportJobState, readonly rowsDone: number, readonly rowsTotal: number, readonly taken: number, readonly unchanged: number } | null };

export type InstallationQueryVariables = Exact<{
  indicator: string;
  year: number;
  map?: string | null | undefined;
}>;


export type InstallationQuery = { readonly country: { readonly attainment: { readonly origin: Origin } | null, readonly provinces: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null };

export type OwnMapReadingQueryVariables = Exact<{
  indicator: string;
  year: number;
  isCountry: boolean;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
}>;


export type OwnMapReadingQuery = { readonly mapState: { readonly provinces: number } | null, readonly country?: { readonly provinces: ReadonlyArray<{ readonly attainment: { readonly verdict: AttainmentVerdict, readonly shortfall: number | null } | null }> } | null };

export type PapersQueryVariables = Exact<{
  text?: string | null | undefined;
  first: number;
}>;


export type PapersQuery = { readonly documents: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly issuedOn: string, readonly issuer: string, readonly title: string }> } | null };

export type PilotWardsQueryVariables = Exact<{
  within: string;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type PilotWardsQuery = { readonly modelWards: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly unit:
        | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly validFrom: string | null, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly validFrom: string | null, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly validFrom: string | null, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly validFrom: string | null, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
       | null, readonly modelWard: { readonly state: ModelWardState, readonly selfScore: { readonly met: number, readonly asked: number } | null, readonly appraisedScore: { readonly met: number, readonly asked: number } | null, readonly recognition: { readonly year: number } | null } }> } | null };

export type QuotaExclusionsQueryVariables = Exact<{
  rule: string;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type QuotaExclusionsQuery = { readonly quotaWards: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly reason: QuotaExclusion | null, readonly sentence: string | null, readonly under:
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
       | null }> } | null };

export type QuotaRuleListQueryVariables = Exact<{ [key: string]: never; }>;


export type QuotaRuleListQuery = { readonly quotaRules: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: SourceStatus, readonly notKnown: string | null }> | null };

export type QuotaStandingsQueryVariables = Exact<{
  rule: string;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
}>;


export type QuotaStandingsQuery = { readonly quotaCheck: { readonly required: number, readonly held: number, readonly shortfall: number, readonly origin: Origin, readonly sentences: ReadonlyArray<string>, readonly rule: { readonly id: string, readonly title: string, readonly source: string, readonly sourceDate: string | null, readonly words: string, readonly reading: string, readonly status: SourceStatus, readonly deadline: string, readonly map: string, readonly counts: QuotaCounts }, readonly standings: ReadonlyArray<{ readonly countedAs: UnitKind, readonly required: number, readonly held: number, readonly shortfall: number, readonly verdict: QuotaVerdict, readonly sentence: string, readonly unit:
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
            | { readonly code: string, readonly name: string }
           | null }
       | null }>, readonly carried: { readonly map: string, readonly required: number, readonly held: number, readonly shortfall: number, readonly unplaced: number, readonly standings: ReadonlyArray<{ readonly countedAs: UnitKind, readonly required: number, readonly held: number, readonly shortfall: number, readonly verdict: QuotaVerdict, readonly sentence: string, readonly unit:
          | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
             | null }
          | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
             | null }
          | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
             | null }
          | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
              | { readonly code: string, readonly name: string }
             | null }
         | null }> } } | null };

export type QuotaRowFragment = { readonly countedAs: UnitKind, readonly required: number, readonly held: number, readonly shortfall: number, readonly verdict: QuotaVerdict, readonly sentence: string, readonly unit:
    | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
       | null }
    | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
       | null }
    | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
       | null }
    | { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
       | null }
   | null };

type QuotaUnit_Commune_Fragment = { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
   | null };

type QuotaUnit_Country_Fragment = { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
   | null };

type QuotaUnit_District_Fragment = { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
   | null };

type QuotaUnit_Province_Fragment = { readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
    | { readonly code: string, readonly name: string }
   | null };

export type QuotaUnitFragment =
  | QuotaUnit_Commune_Fragment
  | QuotaUnit_Country_Fragment
  | QuotaUnit_District_Fragment
  | QuotaUnit_Province_Fragment
;

export type ReceiveStatementMutationVariables = Exact<{
  input: ReceiveTallyStatementInput;
}>;


export type ReceiveStatementMutation = { readonly payload: { readonly statement: { readonly id: string, readonly version: number, readonly state: StatementState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type RecogniseAssessmentMutationVariables = Exact<{
  input: RecogniseAssessmentInput;
}>;


export type RecogniseAssessmentMutation = { readonly payload: { readonly assessment: { readonly version: number, readonly state: AssessmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type RecordPaperMutationVariables = Exact<{
  input: DocumentInput;
}>;


export type RecordPaperMutation = { readonly payload: { readonly document: { readonly id: string, readonly number: string, readonly issuedOn: string, readonly issuer: string, readonly title: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type RegressedCommunesQueryVariables = Exact<{
  within: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
  first: number;
  after?: string | null | undefined;
}>;


export type RegressedCommunesQuery = { readonly regressions: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly state: AssessmentState, readonly failingItems: ReadonlyArray<number>, readonly beforeDecisionNumber: string | null, readonly unit:
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
       | null }> } | null };

export type ReportedFiguresQueryVariables = Exact<{
  code: string;
  isCountry: boolean;
  isProvince: boolean;
  isDistrict: boolean;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
}>;


export type ReportedFiguresQuery = { readonly country?: { readonly code: string, readonly fullName: string, readonly provinces: ReadonlyArray<{ readonly code: string, readonly fullName: string, readonly reportedTallies: ReadonlyArray<{ readonly id: string, readonly place: string, readonly asOf: string, readonly kind: ReportedKind, readonly met: number, readonly total: number | null, readonly printedPercent: string | null, readonly printedQualifier: string | null, readonly computedPercent: string | null, readonly flags: ReadonlyArray<ReportedFlag>, readonly note: string | null, readonly source: string, readonly origin: Origin, readonly indicator: { readonly id: string, readonly title: string }, readonly reconciliation: { readonly outcome: ReconciliationOutcome, readonly recordedMet: number | null, readonly recordedTotal: number | null, readonly differenceMet: number | null, readonly sentence: string } }> | null }>, readonly reportedTallies: ReadonlyArray<{ readonly id: string, readonly place: string, readonly asOf: string, readonly kind: ReportedKind, readonly met: number, readonly total: number | null, readonly printedPercent: string | null, readonly printedQualifier: string | null, readonly computedPercent: string | null, readonly flags: ReadonlyArray<ReportedFlag>, readonly note: string | null, readonly source: string, readonly origin: Origin, readonly indicator: { readonly id: string, readonly title: string }, readonly reconciliation: { readonly outcome: ReconciliationOutcome, readonly recordedMet: number | null, readonly recordedTotal: number | null, readonly differenceMet: number | null, readonly sentence: string } }> | null } | null, readonly province?: { readonly code: string, readonly fullName: string, readonly reportedTallies: ReadonlyArray<{ readonly id: string, readonly place: string, readonly asOf: string, readonly kind: ReportedKind, readonly met: number, readonly total: number | null, readonly printedPercent: string | null, readonly printedQualifier: string | null, readonly computedPercent: string | null, readonly flags: ReadonlyArray<ReportedFlag>, readonly note: string | null, readonly source: string, readonly origin: Origin, readonly indicator: { readonly id: string, readonly title: string }, readonly reconciliation: { readonly outcome: ReconciliationOutcome, readonly recordedMet: number | null, readonly recordedTotal: number | null, readonly differenceMet: number | null, readonly sentence: string } }> | null } | null, readonly district?: { readonly code: string, readonly fullName: string, readonly reportedTallies: ReadonlyArray<{ readonly id: string, readonly place: string, readonly asOf: string, readonly kind: ReportedKind, readonly met: number, readonly total: number | null, readonly printedPercent: string | null, readonly printedQualifier: string | null, readonly computedPercent: string | null, readonly flags: ReadonlyArray<ReportedFlag>, readonly note: string | null, readonly source: string, readonly origin: Origin, readonly indicator: { readonly id: string, readonly title: string }, readonly reconciliation: { readonly outcome: ReconciliationOutcome, readonly recordedMet: number | null, readonly recordedTotal: number | null, readonly differenceMet: number | null, readonly sentence: string } }> | null } | null };

type Reported_Commune_Fragment = { readonly code: string, readonly fullName: string, readonly reportedTallies: ReadonlyArray<{ readonly id: string, readonly place: string, readonly asOf: string, readonly kind: ReportedKind, readonly met: number, readonly total: number | null, readonly printedPercent: string | null, readonly printedQualifier: string | null, readonly computedPercent: string | null, readonly flags: ReadonlyArray<ReportedFlag>, readonly note: string | null, readonly source: string, readonly origin: Origin, readonly indicator: { readonly id: string, readonly title: string }, readonly reconciliation: { readonly outcome: ReconciliationOutcome, readonly recordedMet: number | null, readonly recordedTotal: number | null, readonly differenceMet: number | null, readonly sentence: string } }> | null };

type Reported_Country_Fragment = { readonly code: string, readonly fullName: string, readonly reportedTallies: ReadonlyArray<{ readonly id: string, readonly place: string, readonly asOf: string, readonly kind: ReportedKind, readonly met: number, readonly total: number | null, readonly printedPercent: string | null, readonly printedQualifier: string | null, readonly computedPercent: string | null, readonly flags: ReadonlyArray<ReportedFlag>, readonly note: string | null, readonly source: string, readonly origin: Origin, readonly indicator: { readonly id: string, readonly title: string }, readonly reconciliation: { readonly outcome: ReconciliationOutcome, readonly recordedMet: number | null, readonly recordedTotal: number | null, readonly differenceMet: number | null, readonly sentence: string } }> | null };

type Reported_District_Fragment = { readonly code: string, readonly fullName: string, readonly reportedTallies: ReadonlyArray<{ readonly id: string, readonly place: string, readonly asOf: string, readonly kind: ReportedKind, readonly met: number, readonly total: number | null, readonly printedPercent: string | null, readonly printedQualifier: string | null, readonly computedPercent: string | null, readonly flags: ReadonlyArray<ReportedFlag>, readonly note: string | null, readonly source: string, readonly origin: Origin, readonly indicator: { readonly id: string, readonly title: string }, readonly reconciliation: { readonly outcome: ReconciliationOutcome, readonly recordedMet: number | null, readonly recordedTotal: number | null, readonly differenceMet: number | null, readonly sentence: string } }> | null };

type Reported_Province_Fragment = { readonly code: string, readonly fullName: string, readonly reportedTallies: ReadonlyArray<{ readonly id: string, readonly place: string, readonly asOf: string, readonly kind: ReportedKind, readonly met: number, readonly total: number | null, readonly printedPercent: string | null, readonly printedQualifier: string | null, readonly computedPercent: string | null, readonly flags: ReadonlyArray<ReportedFlag>, readonly note: string | null, readonly source: string, readonly origin: Origin, readonly indicator: { readonly id: string, readonly title: string }, readonly reconciliation: { readonly outcome: ReconciliationOutcome, readonly recordedMet: number | null, readonly recordedTotal: number | null, readonly differenceMet: number | null, readonly sentence: string } }> | null };

export type ReportedFragment =
  | Reported_Commune_Fragment
  | Reported_Country_Fragment
  | Reported_District_Fragment
  | Reported_Province_Fragment
;

export type ReturnAssessmentMutationVariables = Exact<{
  input: ReturnAssessmentInput;
}>;


export type ReturnAssessmentMutation = { readonly payload: { readonly assessment: { readonly version: number, readonly state: AssessmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type ReturnStatementMutationVariables = Exact<{
  input: ReturnTallyStatementInput;
}>;


export type ReturnStatementMutation = { readonly payload: { readonly statement: { readonly id: string, readonly version: number, readonly state: StatementState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type SaveAssessmentMutationVariables = Exact<{
  input: EnterAssessmentInput;
}>;


export type SaveAssessmentMutation = { readonly payload: { readonly assessment: { readonly version: number, readonly state: AssessmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type SeriesQueryVariables = Exact<{
  code: string;
  withProvince: boolean;
  indicator: string;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
}>;


export type SeriesQuery = { readonly country: { readonly code: string, readonly name: string, readonly attainmentSeries: ReadonlyArray<{ readonly year: number, readonly breaks: ReadonlyArray<SeriesBreak>, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly verdict: AttainmentVerdict, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly pace: { readonly expectedPercent: string | null } | null } | null }> | null } | null, readonly province?: { readonly code: string, readonly name: string, readonly attainmentSeries: ReadonlyArray<{ readonly year: number, readonly breaks: ReadonlyArray<SeriesBreak>, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly verdict: AttainmentVerdict, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly pace: { readonly expectedPercent: string | null } | null } | null }> | null } | null };

export type PointFragment = { readonly year: number, readonly breaks: ReadonlyArray<SeriesBreak>, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly verdict: AttainmentVerdict, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly pace: { readonly expectedPercent: string | null } | null } | null };

export type SignStatementMutationVariables = Exact<{
  input: SignTallyStatementInput;
}>;


export type SignStatementMutation = { readonly payload: { readonly statement: { readonly id: string, readonly version: number, readonly state: StatementState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type StandingQueryVariables = Exact<{
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
  code: string;
  isCountry: boolean;
  isProvince: boolean;
  isDistrict: boolean;
}>;


export type StandingQuery = { readonly mapState: { readonly day: string, readonly answeredBy: string, readonly mapExact: boolean, readonly provinces: number } | null, readonly country: { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly countedOn: string, readonly mapExact: boolean, readonly answer: string, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly unknownByReason: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number }>, readonly target: { readonly percent: string, readonly due: string, readonly source: string, readonly version: string, readonly inherited: boolean } | null, readonly unitsToChange: { readonly toAttain: number, readonly toAttainFromUnknown: number, readonly toAttainFromNotMet: number, readonly toLose: number | null } | null, readonly pace: { readonly baselineYear: number, readonly baselinePercent: string | null, readonly expectedPercent: string | null, readonly leadPoints: string | null, readonly observedPerYear: string | null, readonly unitsPerYear: number | null } | null, readonly method: { readonly id: string, readonly version: string }, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null, readonly attainmentSeries?: ReadonlyArray<{ readonly year: number, readonly breaks: ReadonlyArray<SeriesBreak>, readonly attainment: { readonly met: number, readonly total: number, readonly verdict: AttainmentVerdict, readonly origin: Origin } | null }> | null, readonly provinces: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null }> } | null, readonly regions: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isComplete: boolean, readonly provinces: ReadonlyArray<{ readonly code: string }> }> | null, readonly province?: { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly countedOn: string, readonly mapExact: boolean, readonly answer: string, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly unknownByReason: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number }>, readonly target: { readonly percent: string, readonly due: string, readonly source: string, readonly version: string, readonly inherited: boolean } | null, readonly unitsToChange: { readonly toAttain: number, readonly toAttainFromUnknown: number, readonly toAttainFromNotMet: number, readonly toLose: number | null } | null, readonly pace: { readonly baselineYear: number, readonly baselinePercent: string | null, readonly expectedPercent: string | null, readonly leadPoints: string | null, readonly observedPerYear: string | null, readonly unitsPerYear: number | null } | null, readonly method: { readonly id: string, readonly version: string }, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null, readonly attainmentSeries: ReadonlyArray<{ readonly year: number, readonly breaks: ReadonlyArray<SeriesBreak>, readonly attainment: { readonly met: number, readonly total: number, readonly verdict: AttainmentVerdict, readonly origin: Origin } | null }> | null, readonly attainmentOnOwnMap: { readonly requiredCount: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly attainedUnits: number, readonly units: ReadonlyArray<{ readonly code: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly total: number, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly requiredCount: number | null, readonly shortfall: number | null } }> } | null, readonly districts: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null }> } | null, readonly district?: { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
      | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string }
     | null, readonly attainment: { readonly countedOn: string, readonly mapExact: boolean, readonly answer: string, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly unknownByReason: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number }>, readonly target: { readonly percent: string, readonly due: string, readonly source: string, readonly version: string, readonly inherited: boolean } | null, readonly unitsToChange: { readonly toAttain: number, readonly toAttainFromUnknown: number, readonly toAttainFromNotMet: number, readonly toLose: number | null } | null, readonly pace: { readonly baselineYear: number, readonly baselinePercent: string | null, readonly expectedPercent: string | null, readonly leadPoints: string | null, readonly observedPerYear: string | null, readonly unitsPerYear: number | null } | null, readonly method: { readonly id: string, readonly version: string }, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null, readonly attainmentSeries: ReadonlyArray<{ readonly year: number, readonly breaks: ReadonlyArray<SeriesBreak>, readonly attainment: { readonly met: number, readonly total: number, readonly verdict: AttainmentVerdict, readonly origin: Origin } | null }> | null } | null };

type Place_Commune_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string };

type Place_Country_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string };

type Place_District_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string };

type Place_Province_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string };

export type PlaceFragment =
  | Place_Commune_Fragment
  | Place_Country_Fragment
  | Place_District_Fragment
  | Place_Province_Fragment
;

type Part_Commune_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null };

type Part_Country_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null };

type Part_District_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null };

type Part_Province_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null };

export type PartFragment =
  | Part_Commune_Fragment
  | Part_Country_Fragment
  | Part_District_Fragment
  | Part_Province_Fragment
;

export type FiguresFragment = { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } };

export type DetailFragment = { readonly countedOn: string, readonly mapExact: boolean, readonly answer: string, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly attainedInYear: number | null, readonly origin: Origin, readonly unknownByReason: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number }>, readonly target: { readonly percent: string, readonly due: string, readonly source: string, readonly version: string, readonly inherited: boolean } | null, readonly unitsToChange: { readonly toAttain: number, readonly toAttainFromUnknown: number, readonly toAttainFromNotMet: number, readonly toLose: number | null } | null, readonly pace: { readonly baselineYear: number, readonly baselinePercent: string | null, readonly expectedPercent: string | null, readonly leadPoints: string | null, readonly observedPerYear: string | null, readonly unitsPerYear: number | null } | null, readonly method: { readonly id: string, readonly version: string }, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } };

export type YearCountFragment = { readonly year: number, readonly breaks: ReadonlyArray<SeriesBreak>, readonly attainment: { readonly met: number, readonly total: number, readonly verdict: AttainmentVerdict, readonly origin: Origin } | null };

export type StatementChangesQueryVariables = Exact<{
  statement: string;
  map?: string | null | undefined;
  language: Language;
  first: number;
}>;


export type StatementChangesQuery = { readonly statementChanges: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly before: Verdict, readonly after: Verdict, readonly unit:
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
        | { readonly code: string, readonly name: string }
       | null }> } | null };

export type StatementsQueryVariables = Exact<{
  code: string;
  isCountry: boolean;
  isProvince: boolean;
  isDistrict: boolean;
  isCommune: boolean;
  indicator: string;
  year: number;
  map?: string | null | undefined;
}>;


export type StatementsQuery = { readonly country?: { readonly tallyStatements: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null }> | null } | null, readonly province?: { readonly tallyStatements: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null }> | null } | null, readonly district?: { readonly tallyStatements: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null }> | null } | null, readonly commune?: { readonly tallyStatements: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null }> | null } | null };

type Books_Commune_Fragment = { readonly tallyStatements: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null }> | null };

type Books_Country_Fragment = { readonly tallyStatements: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null }> | null };

type Books_District_Fragment = { readonly tallyStatements: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null }> | null };

type Books_Province_Fragment = { readonly tallyStatements: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null }> | null };

export type BooksFragment =
  | Books_Commune_Fragment
  | Books_Country_Fragment
  | Books_District_Fragment
  | Books_Province_Fragment
;

export type BookFragment = { readonly id: string, readonly version: number, readonly state: StatementState, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly contentHash: string, readonly knownAt: string, readonly signer: string | null, readonly draftedBy: string | null, readonly draftedAt: string, readonly signedBy: string | null, readonly signedAt: string | null, readonly receivedBy: string | null, readonly receivedAt: string | null, readonly returnedBy: string | null, readonly returnedAt: string | null, readonly reason: string | null, readonly origin: Origin, readonly paper: { readonly number: string, readonly issuedOn: string } | null, readonly changedSince: { readonly met: number, readonly notMet: number, readonly unknown: number } | null };

export type SubmitAssessmentMutationVariables = Exact<{
  input: EnterAssessmentInput;
}>;


export type SubmitAssessmentMutation = { readonly payload: { readonly assessment: { readonly version: number, readonly state: AssessmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly path: ReadonlyArray<string>, readonly message: string }> } };

export type UndecidedCommunesQueryVariables = Exact<{
  within: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
  first: number;
}>;


export type UndecidedCommunesQuery = { readonly unknown: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly missingItems: number | null, readonly unit:
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
       | null, readonly assessment: { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly selfAssessedVerdict: Verdict | null, readonly late: boolean, readonly items: ReadonlyArray<{ readonly number: number, readonly verdict: Verdict }> } }> } | null, readonly notMet: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly missingItems: number | null, readonly unit:
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
        | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
            | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
                | { readonly level: AdministrativeLevel, readonly name: string }
               | null }
           | null }
       | null, readonly assessment: { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly selfAssessedVerdict: Verdict | null, readonly late: boolean, readonly items: ReadonlyArray<{ readonly number: number, readonly verdict: Verdict }> } }> } | null };

export type ChangeableFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly missingItems: number | null, readonly unit:
      | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
         | null }
      | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
         | null }
      | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
         | null }
      | { readonly code: string, readonly name: string, readonly fullName: string, readonly validTo: string | null, readonly parent:
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
          | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
              | { readonly level: AdministrativeLevel, readonly name: string }
             | null }
         | null }
     | null, readonly assessment: { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly selfAssessedVerdict: Verdict | null, readonly late: boolean, readonly items: ReadonlyArray<{ readonly number: number, readonly verdict: Verdict }> } }> };

export type WardResultQueryVariables = Exact<{
  code: string;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
}>;


export type WardResultQuery = { readonly commune: { readonly id: string, readonly code: string, readonly fullName: string, readonly parent:
      | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
         | null }
      | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
         | null }
      | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
         | null }
      | { readonly level: AdministrativeLevel, readonly fullName: string, readonly parent:
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
          | { readonly level: AdministrativeLevel, readonly fullName: string }
         | null }
     | null, readonly modelWard: { readonly year: number | null, readonly registeredOn: string, readonly criteriaAsked: number, readonly origin: Origin, readonly criteriaSet: { readonly id: string, readonly title: string, readonly status: SourceStatus, readonly source: string, readonly note: string | null, readonly criteriaCount: number, readonly groupCount: number | null } | null, readonly recognitions: ReadonlyArray<{ readonly year: number, readonly decisionNumber: string, readonly decidedOn: string, readonly issuer: string | null, readonly revoked: boolean }>, readonly revocation: { readonly decisionNumber: string, readonly decidedOn: string, readonly issuer: string | null } | null } | null } | null };

export type WardScorecardQueryVariables = Exact<{
  code: string;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
}>;


export type WardScorecardQuery = { readonly commune: { readonly modelWard: { readonly state: ModelWardState, readonly reason: string | null, readonly recognition: { readonly year: number } | null, readonly selfScore: { readonly met: number, readonly asked: number, readonly scoredYear: number | null, readonly printedMet: number | null, readonly printedDiffers: boolean, readonly scoredOn: string | null } | null, readonly appraisedScore: { readonly met: number, readonly asked: number, readonly scoredYear: number | null, readonly printedMet: number | null, readonly printedDiffers: boolean, readonly scoredOn: string | null } | null, readonly criteria: ReadonlyArray<{ readonly number: number, readonly text: string | null, readonly verdict: Verdict, readonly selfScored: { readonly verdict: Verdict, readonly explanation: string | null } | null, readonly appraised: { readonly verdict: Verdict, readonly explanation: string | null } | null }> } | null } | null };

export type ScoreFragment = { readonly met: number, readonly asked: number, readonly scoredYear: number | null, readonly printedMet: number | null, readonly printedDiffers: boolean, readonly scoredOn: string | null };

export type WorkCommuneQueryVariables = Exact<{
  code: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  language: Language;
}>;


export type WorkCommuneQuery = { readonly commune: { readonly code: string, readonly fullName: string, readonly parent:
      | { readonly fullName: string }
      | { readonly fullName: string }
      | { readonly fullName: string }
      | { readonly fullName: string }
     | null, readonly assessment: { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly selfAssessedVerdict: Verdict | null, readonly version: number, readonly reason: string | null, readonly submittedOn: string | null, readonly late: boolean, readonly daysLate: number, readonly submittedBy: string | null, readonly enteredFor: string | null, readonly appraisedBy: string | null, readonly decisionNumber: string | null, readonly origin: Origin, readonly items: ReadonlyArray<{ readonly number: number, readonly text: string | null, readonly selfAssessed: { readonly verdict: Verdict, readonly reason: UnknownReason | null, readonly explanation: string | null, readonly measures: ReadonlyArray<{ readonly name: string, readonly count: number }>, readonly evidence: ReadonlyArray<{ readonly sha256: string | null, readonly url: string | null, readonly note: string | null, readonly document: { readonly id: string, readonly number: string, readonly issuedOn: string } | null }> } | null, readonly appraised: { readonly verdict: Verdict, readonly reason: UnknownReason | null, readonly explanation: string | null, readonly measures: ReadonlyArray<{ readonly name: string, readonly count: number }>, readonly evidence: ReadonlyArray<{ readonly sha256: string | null, readonly url: string | null, readonly note: string | null, readonly document: { readonly id: string, readonly number: string, readonly issuedOn: string } | null }> } | null }>, readonly history: ReadonlyArray<{ readonly version: number, readonly state: AssessmentState, readonly verdict: Verdict, readonly reason: string | null, readonly recordedFrom: string, readonly recordedBy: string | null }> } | null } | null, readonly indicators: ReadonlyArray<{ readonly id: string, readonly years: ReadonlyArray<{ readonly year: number, readonly criteriaVersion: string }>, readonly criteriaSets: ReadonlyArray<{ readonly version: string, readonly status: SourceStatus, readonly items: ReadonlyArray<{ readonly number: number, readonly status: SourceStatus, readonly evidencePolicy: EvidencePolicy, readonly rule: { readonly kind: RuleKind, readonly measures: ReadonlyArray<string> | null } }> }> }> | null };

export type DeskFragment = { readonly state: AssessmentState, readonly verdict: Verdict, readonly unknownReason: UnknownReason | null, readonly selfAssessedVerdict: Verdict | null, readonly version: number, readonly reason: string | null, readonly submittedOn: string | null, readonly late: boolean, readonly daysLate: number, readonly submittedBy: string | null, readonly enteredFor: string | null, readonly appraisedBy: string | null, readonly decisionNumber: string | null, readonly origin: Origin, readonly items: ReadonlyArray<{ readonly number: number, readonly text: string | null, readonly selfAssessed: { readonly verdict: Verdict, readonly reason: UnknownReason | null, readonly explanation: string | null, readonly measures: ReadonlyArray<{ readonly name: string, readonly count: number }>, readonly evidence: ReadonlyArray<{ readonly sha256: string | null, readonly url: string | null, readonly note: string | null, readonly document: { readonly id: string, readonly number: string, readonly issuedOn: string } | null }> } | null, readonly appraised: { readonly verdict: Verdict, readonly reason: UnknownReason | null, readonly explanation: string | null, readonly measures: ReadonlyArray<{ readonly name: string, readonly count: number }>, readonly evidence: ReadonlyArray<{ readonly sha256: string | null, readonly url: string | null, readonly note: string | null, readonly document: { readonly id: string, readonly number: string, readonly issuedOn: string } | null }> } | null }>, readonly history: ReadonlyArray<{ readonly version: number, readonly state: AssessmentState, readonly verdict: Verdict, readonly reason: string | null, readonly recordedFrom: string, readonly recordedBy: string | null }> };

export type SaidFragment = { readonly verdict: Verdict, readonly reason: UnknownReason | null, readonly explanation: string | null, readonly measures: ReadonlyArray<{ readonly name: string, readonly count: number }>, readonly evidence: ReadonlyArray<{ readonly sha256: string | null, readonly url: string | null, readonly note: string | null, readonly document: { readonly id: string, readonly number: string, readonly issuedOn: string } | null }> };

export type WorkQueueQueryVariables = Exact<{
  within: string;
  indicator: string;
  year: number;
  map?: string | null | undefined;
  language: Language;
  mine: boolean;
  isUrgent: boolean;
  urgent?: ReadonlyArray<UnknownReason> | UnknownReason | null | undefined;
  reasons?: ReadonlyArray<UnknownReason> | UnknownReason | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkQueueQuery = { readonly workSummary: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number, readonly daysLeft: number }> | null, readonly urgent?: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly state: AssessmentState, readonly unknownReason: UnknownReason, readonly daysLeft: number, readonly daysWaiting: number, readonly waitingFor: ReadonlyArray<Role>, readonly reason: string | null, readonly unit:
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
       | null }> } | null, readonly workList: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly state: AssessmentState, readonly unknownReason: UnknownReason, readonly daysLeft: number, readonly daysWaiting: number, readonly waitingFor: ReadonlyArray<Role>, readonly reason: string | null, readonly unit:
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
        | { readonly code: string, readonly name: string, readonly parent:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           | null }
       | null }> } | null };

export type WorkRowFragment = { readonly state: AssessmentState, readonly unknownReason: UnknownReason, readonly daysLeft: number, readonly daysWaiting: number, readonly waitingFor: ReadonlyArray<Role>, readonly reason: string | null, readonly unit:
    | { readonly code: string, readonly name: string, readonly parent:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       | null }
    | { readonly code: string, readonly name: string, readonly parent:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       | null }
    | { readonly code: string, readonly name: string, readonly parent:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       | null }
    | { readonly code: string, readonly name: string, readonly parent:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       | null }
   | null };

export const appraiseAssessmentOperation: Operation<AppraiseAssessmentMutation, AppraiseAssessmentMutationVariables> = {
  name: 'AppraiseAssessment',
  hash: '62c0c12054f7447f66bb909d4fe1c5b8e2ea5c8e147ec530eb92e3f5efa84701',
};

export const callerOperation: Operation<CallerQuery, CallerQueryVariables> = {
  name: 'Caller',
  hash: 'f213ff2cac2f6f032c940644e1414b0390c035d6f59f96245e6aa966fa0f89be',
};

export const catalogueOperation: Operation<CatalogueQuery, CatalogueQueryVariables> = {
  name: 'Catalogue',
  hash: '07a276558703bd6986f47610bec6675b67ba38d043f01e5f1ac9b627c49da82c',
};

export const communeContentsOperation: Operation<CommuneContentsQuery, CommuneContentsQueryVariables> = {
  name: 'CommuneContents',
  hash: '7bbfdefa9aa4d504b072c6e8d14d67466774fd96673b0bd3526222114c0a7007',
};

export const communeDetailsOperation: Operation<CommuneDetailsQuery, CommuneDetailsQueryVariables> = {
  name: 'CommuneDetails',
  hash: 'bfd2ed8e7dfb8bbf6d4eb928d40525370a6672d228e145a6ce68ffb43c94d9b1',
};

export const communeResultOperation: Operation<CommuneResultQuery, CommuneResultQueryVariables> = {
  name: 'CommuneResult',
  hash: 'bf51dc7e6facab53cbea0db5eb9d3a7228b61c11a4696e83c37f880b08aaa8ae',
};

export const communesAtRiskOperation: Operation<CommunesAtRiskQuery, CommunesAtRiskQueryVariables> = {
  name: 'CommunesAtRisk',
  hash: '1bbb75d2b69645a052e4c15cf8ade4c1f899ecee34238382c6f3b8a2580e3bf6',
};

export const communesOperation: Operation<CommunesQuery, CommunesQueryVariables> = {
  name: 'Communes',
  hash: '31262b6abdd6b331ebd47844457865cc26ca84a8270d0a93d3ee9ab0aa880488',
};

export const confirmQueueOperation: Operation<ConfirmQueueQuery, ConfirmQueueQueryVariables> = {
  name: 'ConfirmQueue',
  hash: '5c5ba9a779f4258ff5e24443eb43da99d42c9f8b48457db402dac796620efbe7',
};

export const countedWardsOperation: Operation<CountedWardsQuery, CountedWardsQueryVariables> = {
  name: 'CountedWards',
  hash: '514ba0dd7c3747b30e68b4e420043032d6b89601d4cefc1366f5f30b984d2f1b',
};

export const draftStatementOperation: Operation<DraftStatementMutation, DraftStatementMutationVariables> = {
  name: 'DraftStatement',
  hash: 'c6421c51191b7123c33c4391b59e72841cd7ebc35e86c766c84a067f9de402a0',
};

export const failingContentsOperation: Operation<FailingContentsQuery, FailingContentsQueryVariables> = {
  name: 'FailingContents',
  hash: '45da2af7e6f40fcdfb6e6df45cf5cdc4a5cf4cbdf91380ad0b9ca303e0e990ef',
};

export const importJobOperation: Operation<ImportJobQuery, ImportJobQueryVariables> = {
  name: 'ImportJob',
  hash: 'd53b4e5aa1dacd1b3fa912359db03d1aac46a86ef268e08da5f388c0189852f6',
};

export const installationOperation: Operation<InstallationQuery, InstallationQueryVariables> = {
  name: 'Installation',
  hash: 'ca749231d720ca816e7b91894c1cab200c0a279844513519fb5546d66f4d5a15',
};

export const ownMapReadingOperation: Operation<OwnMapReadingQuery, OwnMapReadingQueryVariables> = {
  name: 'OwnMapReading',
  hash: '12e258777bbb09e6538d6ee1f0bc68c9ced356357e6f207b3583bb5a252ab592',
};

export const papersOperation: Operation<PapersQuery, PapersQueryVariables> = {
  name: 'Papers',
  hash: '8ebf06bf4336fe402257fbdaebeb8bc0c02f0a585778062840fa19fb094a87df',
};

export const pilotWardsOperation: Operation<PilotWardsQuery, PilotWardsQueryVariables> = {
  name: 'PilotWards',
  hash: '4edf09ef0a407bf46deb498f1362d842e56d6bd0cf7eae5524d03f44f6035ec8',
};

export const quotaExclusionsOperation: Operation<QuotaExclusionsQuery, QuotaExclusionsQueryVariables> = {
  name: 'QuotaExclusions',
  hash: '2cf62890148eda87257fabd639beae4f7c20ded8bd396060828f53ede9bd3012',
};

export const quotaRuleListOperation: Operation<QuotaRuleListQuery, QuotaRuleListQueryVariables> = {
  name: 'QuotaRuleList',
  hash: '9a7579d73b21225885e6779f30dd4195a4aa50887faf31c92a61790e5d7bd01d',
};

export const quotaStandingsOperation: Operation<QuotaStandingsQuery, QuotaStandingsQueryVariables> = {
  name: 'QuotaStandings',
  hash: '3e25e8da0902412cc22375b82bddfc922559b138845580e6b998f981aa9631ef',
};

export const receiveStatementOperation: Operation<ReceiveStatementMutation, ReceiveStatementMutationVariables> = {
  name: 'ReceiveStatement',
  hash: 'd9f7292a464677eca9d7d370202d8eac063f978560eef41ac3895d1ca2a0753f',
};

export const recogniseAssessmentOperation: Operation<RecogniseAssessmentMutation, RecogniseAssessmentMutationVariables> = {
  name: 'RecogniseAssessment',
  hash: 'c467009cdd88e5067a0f72a57b7fd08ad40100f4d213e34239e2f812830ebd46',
};

export const recordPaperOperation: Operation<RecordPaperMutation, RecordPaperMutationVariables> = {
  name: 'RecordPaper',
  hash: 'ef4a8c164b7c9875aa11e358587a16a518c530301c993aa542078608e6b679bb',
};

export const regressedCommunesOperation: Operation<RegressedCommunesQuery, RegressedCommunesQueryVariables> = {
  name: 'RegressedCommunes',
  hash: '6a4cf4e3996e9b3da497f7d85801f40fd152b89d70e9038337fb37a31404f599',
};

export const reportedFiguresOperation: Operation<ReportedFiguresQuery, ReportedFiguresQueryVariables> = {
  name: 'ReportedFigures',
  hash: '0f4a34326c48df2bf1fbc13e6e33e393a924cb783980e118b325df91c28e7c9e',
};

export const returnAssessmentOperation: Operation<ReturnAssessmentMutation, ReturnAssessmentMutationVariables> = {
  name: 'ReturnAssessment',
  hash: 'e0a47810173d9bcb976d773abd562f13ec4da1a8cabac5e2b8d7d662b3c4599a',
};

export const returnStatementOperation: Operation<ReturnStatementMutation, ReturnStatementMutationVariables> = {
  name: 'ReturnStatement',
  hash: '51d856de47f88bc80e6cc0c30f3f55385d311e1a861d0abe0ea81920140d6c68',
};

export const saveAssessmentOperation: Operation<SaveAssessmentMutation, SaveAssessmentMutationVariables> = {
  name: 'SaveAssessment',
  hash: '16d98c6ae3848a22917f36120d5836056cfbfb8083fff0140ca4fd0a92973779',
};

export const seriesOperation: Operation<SeriesQuery, SeriesQueryVariables> = {
  name: 'Series',
  hash: '311a24839b6696734e81de3a602ad938907b62b62f07028af32c711447fff617',
};

export const signStatementOperation: Operation<SignStatementMutation, SignStatementMutationVariables> = {
  name: 'SignStatement',
  hash: '86e6185cc8bfcac0d21200fe48cab1666474afb33dca7785931899f24c870d61',
};

export const standingOperation: Operation<StandingQuery, StandingQueryVariables> = {
  name: 'Standing',
  hash: 'e7196311b20b51b6d9df3869a3f069fd593892fa20922089db373fdebe64de13',
};

export const statementChangesOperation: Operation<StatementChangesQuery, StatementChangesQueryVariables> = {
  name: 'StatementChanges',
  hash: 'f187f8837d674d1bcd0a49a706bd93935e863f0b0dceb9766db3affa5b7d7d7f',
};

export const statementsOperation: Operation<StatementsQuery, StatementsQueryVariables> = {
  name: 'Statements',
  hash: '61a93b9080bcd1aa3fc4a04e7aab70226c9818b565b39e1a40b9e74222d66fdb',
};

export const submitAssessmentOperation: Operation<SubmitAssessmentMutation, SubmitAssessmentMutationVariables> = {
  name: 'SubmitAssessment',
  hash: 'b38473fdafc496330a4697f5a640e6e9fa0e81105acbdcc97da47bf8745abcdf',
};

export const undecidedCommunesOperation: Operation<UndecidedCommunesQuery, UndecidedCommunesQueryVariables> = {
  name: 'UndecidedCommunes',
  hash: '8b46da626f074ccbec673564f4b11e107e5f09b09bbcc0ab54a30663f642f9a2',
};

export const wardResultOperation: Operation<WardResultQuery, WardResultQueryVariables> = {
  name: 'WardResult',
  hash: 'd8f46b400888d0070b743ec7ee2e0a7ed3cb65d96eb370e3fd17d6ef2c45bf60',
};

export const wardScorecardOperation: Operation<WardScorecardQuery, WardScorecardQueryVariables> = {
  name: 'WardScorecard',
  hash: '16dec14c893c6224b1d88ff81af95ad2a9c37820b8b244996e94d51c58035e11',
};

export const workCommuneOperation: Operation<WorkCommuneQuery, WorkCommuneQueryVariables> = {
  name: 'WorkCommune',
  hash: '09a137a46a341138a64021a4238c46118c7942530fd8110960b04173908e5ccf',
};

export const workQueueOperation: Operation<WorkQueueQuery, WorkQueueQueryVariables> = {
  name: 'WorkQueue',
  hash: 'e19a80a66441cc7f6e7728af6a65df7dc24a90f5638d5ec67d67445ac322580c',
};
