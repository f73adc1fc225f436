import { ledgerScalar, type RequestContext } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { ATTAINMENT_METHOD, computeAttainment } from '../compute-attainment';
import { AttainmentType, type ShownAttainment } from './attainment-type';
import { readSeries } from './ledger';
import { MethodType } from './method-type';

/** Geography owns units; the gateway adds where they stand, from what rural-security counted. */
@ObjectType()
@Directive('@key(fields: "id")')
@Directive('@interfaceObject')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;

  @Field(() => ledgerScalar, { nullable: true })
  @Directive('@external')
  securityLedger!: string | null;
}

@Resolver(() => AdministrativeUnit)
export class AttainmentResolver {
  @Query(() => [MethodType], { nullable: true, description: 'The formulas that answers may name.' })
  attainmentMethods(): MethodType[] {
    return [ATTAINMENT_METHOD];
  }

  @FieldResolver(() => AttainmentType, {
    nullable: true,
    description:
      'Where this unit stands against its target; null for communes, and when the counts did not arrive. Errors: INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, YEAR_NOT_FOUND, NOT_RESTATABLE.',
  })
  @Directive('@requires(fields: "securityLedger")')
  attainment(
    @Root() { securityLedger }: AdministrativeUnit,
    @Arg('indicator', () => ID, { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' }) indicatorId: string,
    @Arg('year', () => Int, {
      description:
        'An assessment year: 2024 runs from 16 November 2023 to 15 November 2024, both inclusive (for 19.2 an inference).',
    })
    year: number,
    @Ctx() { asOf }: RequestContext,
  ): ShownAttainment | null {
    if (securityLedger === null) return null;
    const { series, target, mapExact } = readSeries(securityLedger, indicatorId, year);
    const attainment = computeAttainment({ year, today: asOf.knownOn ?? asOf.today, series, target });
    const counts = series.get(year);
    if (!attainment || !counts) return null;
    const unknownByReason = Object.entries(counts.unknownByReason)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => ({ reason, count }));
    return { ...attainment, target, mapExact, unknownByReason, selfAssessedMet: counts.selfAssessedMet };
  }
}
