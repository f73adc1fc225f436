import type {
  QuotaExclusionsQuery,
  QuotaRowFragment,
  QuotaRuleListQuery,
  QuotaStandingsQuery,
} from '../../data/operations.generated';

export type QuotaRuleChoice = NonNullable<QuotaRuleListQuery['quotaRules']>[number];
export type QuotaCheck = NonNullable<QuotaStandingsQuery['quotaCheck']>;
export type QuotaExclusion = NonNullable<QuotaExclusionsQuery['quotaWards']>['nodes'][number];

/** One quota rule, checked. */
export interface QuotaContent {
  readonly tab: 'quota';
  readonly rules: readonly QuotaRuleChoice[];
  /** Id of the rule that is shown. */
  readonly ruleId: string;
  /** Null where it was not answered. */
  readonly check: QuotaCheck | null;
  /** Wards that do not count; null where the reader may not see them. */
  readonly excluded: readonly QuotaExclusion[] | null;
}

/** A unit under a rule, as a row of the table; a reading on another map has the same figures. */
export interface QuotaRow extends Omit<QuotaRowFragment, 'unit'> {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  /** The unit that it lies in. */
  readonly under: { readonly code: string; readonly name: string } | null;
}

type Standing = Omit<QuotaRowFragment, 'unit'> & { readonly unit: QuotaRowFragment['unit'] };

/** A unit that geography did not answer for has no name, and is called by a dash. */
export function quotaRows(standings: readonly Standing[]): QuotaRow[] {
  return standings.map(({ unit, ...standing }) => ({
    ...standing,
    code: unit?.code ?? '–',
    name: unit?.name ?? '–',
    fullName: unit?.fullName ?? '–',
    under: unit?.parent ?? null,
  }));
}
