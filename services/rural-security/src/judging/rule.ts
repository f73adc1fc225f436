/**
 * How a content (nội dung) and an indicator are decided, as the programme files say it. Texts that nobody could check
 * are `STATED`: the appraiser says whether the content is met, and no rule of ours stands in for the paper.
 */
export type ItemRule = StatedRule | ShareOfSubUnitsRule | NotMoreThanYearBeforeRule | ChangeAgainstBaseYearRule;

/** The appraiser says it; nothing is computed. */
export interface StatedRule {
  readonly kind: 'STATED';
}

/** Each condition must hold: "100 % of sub-units registered, of which at least 70 % recognised" is two. */
export interface ShareOfSubUnitsRule {
  readonly kind: 'SHARE_OF_SUB_UNITS';
  readonly conditions: readonly ShareCondition[];
}

export interface ShareCondition {
  /** Names of measures: so many of so many. */
  readonly part: string;
  readonly of: string;
  /** Decimal text, "70". */
  readonly atLeastPercent: string;
}

/** "Kiềm chế, giảm so với năm trước": each measure is not more than the year before; `strict`: less. */
export interface NotMoreThanYearBeforeRule {
  readonly kind: 'NOT_MORE_THAN_YEAR_BEFORE';
  readonly measures: readonly string[];
  readonly strict: boolean;
}

/** Each measure fell by at least so many percent against the base year. */
export interface ChangeAgainstBaseYearRule {
  readonly kind: 'CHANGE_AGAINST_BASE_YEAR';
  readonly measures: readonly string[];
  readonly baseYear: number;
  /** Decimal text, "5". */
  readonly fewerByAtLeastPercent: string;
}

export type IndicatorRule =
  | { readonly kind: 'ALL_OF' }
  | { readonly kind: 'AT_LEAST_OF'; readonly count: number }
  /** A set whose contents are not known one by one: the appraiser states the verdict of the whole. */
  | { readonly kind: 'STATED' };

/** Whole numbers, 0 or more, by name: `{ offences: 3 }`. A name that is missing is not known, never 0. */
export type Measures = Readonly<Record<string, number>>;
