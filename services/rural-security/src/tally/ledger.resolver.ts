import { ledgerScalar } from '@tieuchi/subgraph-kit';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { RuralSecurityContext } from '../request-context';

@Resolver(() => AdministrativeUnit)
export class LedgerResolver {
  @FieldResolver(() => ledgerScalar, {
    nullable: true,
    description: 'Counts and targets of all series of this unit, for attainment; null for communes.',
  })
  @Directive('@inaccessible')
  async securityLedger(
    @Root() { id }: AdministrativeUnit,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<string | null> {
    return (await loaders.ledgerByUnitId.load(id))?.ledger ?? null;
  }
}
