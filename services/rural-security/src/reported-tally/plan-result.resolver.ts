import { LANGUAGE_ARGUMENT, Language, SpeakingError } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { RuralSecurityContext } from '../request-context';
import type { SecurityTarget } from '../target/target';
import { comparePlans, type Plan, type YearResult } from './compare-plans';
import { PlanBasis, PlanResult } from './plan-result';
import { planSentence } from './plan-sentence';
import { ReportedKind } from './reported-enums';
import type { ReportedRow } from './reported-row';

@Resolver(() => AdministrativeUnit)
export class UnitPlanResultsResolver {
  @FieldResolver(() => [PlanResult], {
    nullable: true,
    description:
      'What this unit planned of an indicator, beside what it reached, by year: interim targets in units of its own, and reported plans. Empty where nothing was planned. Error: INDICATOR_NOT_FOUND.',
  })
  async planResults(
    @Root() { id }: AdministrativeUnit,
    @Arg('indicator', () => ID, { description: 'An id of `indicators`, or of a reported tally’s indicator.' })
    indicatorId: string,
    @Ctx() context: RuralSecurityContext,
  ): Promise<PlanResult[]> {
    const { loaders } = context;
    const [targets, allReported, nouns] = await Promise.all([
      loaders.targetsByUnitId.load(id),
      loaders.reportedTalliesByUnitId.load(id),
      loaders.indicatorNounsById.load(indicatorId),
    ]);
    if (!nouns) throw new SpeakingError('INDICATOR_NOT_FOUND', `No indicator "${indicatorId.slice(0, 60)}".`);
    const reported = allReported.filter((row) => row.indicatorId === indicatorId);
    const plans = [...targetPlans(targets, indicatorId), ...reportedPlans(reported)];
    const years = [...new Set(plans.map(({ year }) => year))];
    const recorded = await Promise.all(years.map((year) => recordedResult(id, indicatorId, year, context)));
    return comparePlans(plans, [...recorded.flat(), ...reportedResults(reported)], nouns);
  }
}

@Resolver(() => PlanResult)
export class PlanResultResolver {
  @FieldResolver(() => String, { description: 'The comparison in a sentence.' })
  sentence(
    @Root() planned: PlanResult,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return planSentence(planned, language);
  }
}

function targetPlans(targets: readonly SecurityTarget[], indicatorId: string): Plan[] {
  return targets
    .filter((target) => target.indicatorId === indicatorId && !target.inherited)
    .flatMap(({ year, units, source }) =>
      year === null || units === null ? [] : [{ year, plan: units, basis: PlanBasis.TARGET, planSource: source }],
    );
}

function reportedPlans(reported: readonly ReportedRow[]): Plan[] {
  return reported
    .filter(({ kind }) => kind === ReportedKind.PLAN)
    .map(({ year, met, source }) => ({ year, plan: met, basis: PlanBasis.REPORTED, planSource: source }));
}

function reportedResults(reported: readonly ReportedRow[]): YearResult[] {
  return reported
    .filter(({ kind }) => kind === ReportedKind.RESULT)
    .map(({ year, met, origin, asOf }) => ({ year, met, unknown: null, origin, asOf }));
}

/** None where nothing was appraised: no result is not a result of 0. */
async function recordedResult(
  unitId: string,
  indicatorId: string,
  year: number,
  { loaders }: RuralSecurityContext,
): Promise<YearResult[]> {
  const tallies = await loaders.talliesByUnitId({ indicatorId, year }).load(unitId);
  const populations = await loaders.populationsByIndicatorId.load(indicatorId);
  const tally = tallies.find(({ population }) => population === populations.find(({ isDefault }) => isDefault)?.id);
  if (!tally || tally.met + tally.notMet === 0) return [];
  return [{ year, met: tally.met, unknown: tally.unknown, origin: tally.origin, asOf: null }];
}
