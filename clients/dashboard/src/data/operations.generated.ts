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

/** What an indicator is measured in. */
export type IndicatorShape =
  /** Units that meet it, of all units of a population. */
  | 'UNITS_MET'
  /** Numbers of cases against a base year; it has no attainment in percent. */
  | 'CASES'
  /** Points by content; kept for its texts, nothing is assessed. */
  | 'POINTS';

/** Vietnamese is the original; in names, English drops the marks. */
export type Language =
  /** "Tỉnh Thái Nguyên" */
  | 'VI'
  /** "Thai Nguyen province" */
  | 'EN';

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

/** Why a year does not continue the year before: no line is drawn across. */
export type SeriesBreak =
  /** The units that are counted are those of another state of the map. */
  | 'OTHER_UNITS'
  /** Another criteria set judges. */
  | 'OTHER_CRITERIA';

/** How sure a statement about a rule is. */
export type SourceStatus =
  /** As the source says. */
  | 'SOURCED'
  /** Not checked against the original text. */
  | 'UNVERIFIED'
  /** Our conclusion from sources, which do not say it themselves. */
  | 'INFERENCE';

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

export type StandingQueryVariables = Exact<{
  indicator: string;
  year: number;
  map?: string | null | undefined;
  knownOn?: string | null | undefined;
  language: Language;
  code: string;
  isProvince: boolean;
  isDistrict: boolean;
}>;


export type StandingQuery = { readonly mapState: { readonly day: string, readonly answeredBy: string, readonly mapExact: boolean, readonly provinces: number } | null, readonly country: { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly countedOn: string, readonly mapExact: boolean, readonly attainedInYear: number | null, readonly answer: string, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly unknownByReason: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number }>, readonly target: { readonly percent: string, readonly due: string, readonly source: string, readonly version: string, readonly inherited: boolean } | null, readonly pace: { readonly baselineYear: number, readonly baselinePercent: string | null, readonly expectedPercent: string | null, readonly leadPoints: string | null, readonly observedPerYear: string | null, readonly unitsPerYear: number | null } | null, readonly method: { readonly id: string, readonly version: string }, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null, readonly provinces: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null }> } | null, readonly regions: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isComplete: boolean, readonly provinces: ReadonlyArray<{ readonly code: string }> }> | null, readonly province?: { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly countedOn: string, readonly mapExact: boolean, readonly attainedInYear: number | null, readonly answer: string, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly unknownByReason: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number }>, readonly target: { readonly percent: string, readonly due: string, readonly source: string, readonly version: string, readonly inherited: boolean } | null, readonly pace: { readonly baselineYear: number, readonly baselinePercent: string | null, readonly expectedPercent: string | null, readonly leadPoints: string | null, readonly observedPerYear: string | null, readonly unitsPerYear: number | null } | null, readonly method: { readonly id: string, readonly version: string }, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null, readonly attainmentOnOwnMap: { readonly requiredCount: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly attainedUnits: number, readonly units: ReadonlyArray<{ readonly code: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly total: number, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly requiredCount: number | null, readonly shortfall: number | null } }> } | null, readonly districts: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null }> } | null, readonly district?: { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly parent:
      | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string }
      | { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string }
     | null, readonly attainment: { readonly countedOn: string, readonly mapExact: boolean, readonly attainedInYear: number | null, readonly answer: string, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly unknownByReason: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number }>, readonly target: { readonly percent: string, readonly due: string, readonly source: string, readonly version: string, readonly inherited: boolean } | null, readonly pace: { readonly baselineYear: number, readonly baselinePercent: string | null, readonly expectedPercent: string | null, readonly leadPoints: string | null, readonly observedPerYear: string | null, readonly unitsPerYear: number | null } | null, readonly method: { readonly id: string, readonly version: string }, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null } | null };

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

type Part_Commune_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null };

type Part_Country_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null };

type Part_District_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null };

type Part_Province_Fragment = { readonly id: string, readonly code: string, readonly name: string, readonly fullName: string, readonly attainment: { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } } | null };

export type PartFragment =
  | Part_Commune_Fragment
  | Part_Country_Fragment
  | Part_District_Fragment
  | Part_Province_Fragment
;

export type FiguresFragment = { readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } };

export type DetailFragment = { readonly countedOn: string, readonly mapExact: boolean, readonly attainedInYear: number | null, readonly answer: string, readonly met: number, readonly notMet: number, readonly unknown: number, readonly total: number, readonly ratePercent: string | null, readonly targetPercent: string | null, readonly requiredCount: number | null, readonly allowance: number | null, readonly surplus: number | null, readonly shortfall: number | null, readonly shortfallIfUnknownsPass: number | null, readonly verdict: AttainmentVerdict, readonly duePassed: boolean | null, readonly paceStatus: PaceStatus | null, readonly origin: Origin, readonly unknownByReason: ReadonlyArray<{ readonly reason: UnknownReason, readonly count: number }>, readonly target: { readonly percent: string, readonly due: string, readonly source: string, readonly version: string, readonly inherited: boolean } | null, readonly pace: { readonly baselineYear: number, readonly baselinePercent: string | null, readonly expectedPercent: string | null, readonly leadPoints: string | null, readonly observedPerYear: string | null, readonly unitsPerYear: number | null } | null, readonly method: { readonly id: string, readonly version: string }, readonly explanation: ReadonlyArray<{ readonly step: number, readonly text: string }>, readonly bounds: { readonly lowerPercent: string, readonly upperPercent: string } | null, readonly caution: { readonly smallDenominator: boolean } };

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

export const communesOperation: Operation<CommunesQuery, CommunesQueryVariables> = {
  name: 'Communes',
  hash: '31262b6abdd6b331ebd47844457865cc26ca84a8270d0a93d3ee9ab0aa880488',
};

export const failingContentsOperation: Operation<FailingContentsQuery, FailingContentsQueryVariables> = {
  name: 'FailingContents',
  hash: '45da2af7e6f40fcdfb6e6df45cf5cdc4a5cf4cbdf91380ad0b9ca303e0e990ef',
};

export const seriesOperation: Operation<SeriesQuery, SeriesQueryVariables> = {
  name: 'Series',
  hash: '311a24839b6696734e81de3a602ad938907b62b62f07028af32c711447fff617',
};

export const standingOperation: Operation<StandingQuery, StandingQueryVariables> = {
  name: 'Standing',
  hash: '61d8a5c67baca776b38143253cea889a3102723ae5dd50251ea8808fc1397fe0',
};
