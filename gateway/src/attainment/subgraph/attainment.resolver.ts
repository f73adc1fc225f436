import { type AsOf, ledgerScalar, type RequestContext } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { ATTAINMENT_METHOD, computeAttainment } from '../compute-attainment';
import type { UnknownReason } from '../counts';
import { AttainmentType, type ShownAttainment } from './attainment-type';
import { readOwnMapLedgers, readSeries } from './ledger';
import { MethodType } from './method-type';
import { OwnMapReading, readOnOwnMap } from './own-map-reading';

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

  @Field(() => ledgerScalar, { nullable: true })
  @Directive('@external')
  securityOwnMapLedgers!: string | null;
}

const INDICATOR_ARGUMENT = { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' };
const YEAR_ARGUMENT = {
  description:
    'An assessment year: 2024 runs from 16 November 2023 to 15 November 2024, both inclusive (for 19.2 an inference).',
};

@Resolver(() => AdministrativeUnit)
export class AttainmentResolver {
  @Query(() => [MethodType], { nullable: true, description: 'The formulas that answers may name.' })
  attainmentMethods(): MethodType[] {
    return [ATTAINMENT_METHOD];
  }

  @FieldResolver(() => AttainmentType, {
    nullable: true,
    description:
      'Where this unit stands against its target; null for communes, and when the counts did not arrive. On a map that groups units of an earlier one it is the grouped reading: `attainmentOnOwnMap` is the other. Errors: INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, YEAR_NOT_FOUND, NOT_RESTATABLE.',
  })
  @Directive('@requires(fields: "securityLedger")')
  attainment(
    @Root() { securityLedger }: AdministrativeUnit,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Ctx() { asOf }: RequestContext,
  ): ShownAttainment | null {
    return securityLedger === null ? null : showAttainment(securityLedger, indicatorId, year, asOf);
  }

  @FieldResolver(() => OwnMapReading, {
    nullable: true,
    description:
      'The same by the units that were counted, each against the target set for it, where this unit groups units of an earlier map; null where it counts for itself, and when the counts did not arrive. Errors as for `attainment`.',
  })
  @Directive('@requires(fields: "securityLedger securityOwnMapLedgers")')
  attainmentOnOwnMap(
    @Root() { securityLedger, securityOwnMapLedgers }: AdministrativeUnit,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Ctx() { asOf }: RequestContext,
  ): OwnMapReading | null {
    if (securityLedger === null || securityOwnMapLedgers === null) return null;
    // a wrong question is refused as it is by the other reading
    readSeries(securityLedger, indicatorId, year);
    const units = readOwnMapLedgers(securityOwnMapLedgers, indicatorId, year).flatMap(([code, fullName, ledger]) => {
      const attainment = showAttainment(ledger, indicatorId, year, asOf);
      return attainment ? [{ code, fullName, attainment }] : [];
    });
    return readOnOwnMap(units);
  }
}

function showAttainment(ledger: string, indicatorId: string, year: number, asOf: AsOf): ShownAttainment | null {
  const { series, target, mapExact, wording } = readSeries(ledger, indicatorId, year);
  const attainment = computeAttainment({ year, today: asOf.knownOn ?? asOf.today, series, target });
  const counts = series.get(year);
  if (!attainment || !counts) return null;
  const unknownByReason = Object.entries(counts.unknownByReason)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ reason: reason as UnknownReason, count }));
  const subject = { ...wording, year, ...asOf };
  const explained = { attainment, counts, target, subject };
  return { ...attainment, target, mapExact, unknownByReason, selfAssessedMet: counts.selfAssessedMet, explained };
}
