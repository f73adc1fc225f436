import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { INDICATOR_ARGUMENT, YEAR_ARGUMENT } from '../indicator/assessment-argument';
import type { RuralSecurityContext } from '../request-context';
import { Assessment } from './assessment';
import { UnknownReason, Verdict } from './assessment-enums';
import { PredecessorResults } from './predecessor-results';
import { presentAssessment } from './present-assessment';

@Resolver(() => Assessment)
export class PredecessorResultsResolver {
  @FieldResolver(() => PredecessorResults, {
    nullable: true,
    description:
      'With NOT_RESTATABLE: the results of the units that this one was made from, else null. A verdict does not merge.',
  })
  async predecessors(
    @Root() { unknownReason, unitId, indicatorId, year }: Assessment,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<PredecessorResults | null> {
    if (unknownReason !== UnknownReason.NOT_RESTATABLE) return null;
    const units = await loaders.predecessorsByUnitId({ indicatorId, year }).load(unitId);
    const met = units.filter(({ verdict }) => verdict === Verdict.MET).length;
    return { met, total: units.length, linksComplete: units.every(({ linksComplete }) => linksComplete), units };
  }
}

@Resolver(() => AdministrativeUnit)
export class AssessmentResolver {
  @FieldResolver(() => Assessment, {
    nullable: true,
    description:
      'What was decided for this unit in that assessment year; null only for a unit outside the population. Errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND.',
  })
  async assessment(
    @Root() { id }: AdministrativeUnit,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Ctx() context: RuralSecurityContext,
  ): Promise<Assessment | null> {
    const question = { indicatorId, year };
    const row = await context.loaders.assessmentByUnitId(question).load(id);
    return row && presentAssessment(row, question, context);
  }
}
