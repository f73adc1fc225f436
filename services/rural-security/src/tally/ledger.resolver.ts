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

  @FieldResolver(() => ledgerScalar, {
    nullable: true,
    description: 'The ledgers of the units of an earlier map that this unit groups, each on its own map.',
  })
  @Directive('@inaccessible')
  async securityOwnMapLedgers(
    @Root() { id }: AdministrativeUnit,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<string> {
    const rows = await loaders.ownMapLedgersByUnitId.load(id);
    return JSON.stringify(rows.map(({ code, name, ledger }) => [code, name, ledger]));
  }
}
