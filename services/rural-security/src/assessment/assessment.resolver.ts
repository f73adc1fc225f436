import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { RuralSecurityContext } from '../request-context';
import { Assessment } from './assessment';
import { presentAssessment } from './present-assessment';

@Resolver(() => AdministrativeUnit)
export class AssessmentResolver {
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'What was decided for this unit in that assessment year; null only for a unit outside the population.',
  })
  async assessment(
    @Root() { id }: AdministrativeUnit,
    @Arg('indicator', () => ID) indicatorId: string,
    @Arg('year', () => Int) year: number,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<Assessment | null> {
    const question = { indicatorId, year };
    const row = await loaders.assessmentByUnitId(question).load(id);
    return row && presentAssessment(row, question);
  }
}
