import { ledgerScalar } from '@tieuchi/subgraph-kit';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { Region } from './region';
import { sumLedgers } from './sum-ledgers';

@Resolver(() => Region)
export class RegionResolver {
  @FieldResolver(() => ledgerScalar, {
    nullable: true,
    description: 'Counts of all series of the provinces of this region together, for attainment.',
  })
  @Directive('@inaccessible')
  @Directive('@requires(fields: "provinceIds placeName")')
  async securityLedger(
    @Root() { provinceIds, placeName }: Region,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<string | null> {
    const rows = await Promise.all(provinceIds.map((id) => loaders.ledgerByUnitId.load(id)));
    return sumLedgers(
      placeName,
      rows.flatMap((row) => row?.ledger ?? []),
    );
  }
}
