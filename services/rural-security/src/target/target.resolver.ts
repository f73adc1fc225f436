import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { RuralSecurityContext } from '../request-context';
import { SecurityTarget } from './target';

@Resolver(() => AdministrativeUnit)
export class TargetResolver {
  @FieldResolver(() => [SecurityTarget], {
    nullable: true,
    description:
      'What papers ask of this unit: for each indicator its own targets first, then those inherited from the country.',
  })
  securityTargets(
    @Root() { id }: AdministrativeUnit,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<SecurityTarget[]> {
    return loaders.targetsByUnitId.load(id);
  }
}
