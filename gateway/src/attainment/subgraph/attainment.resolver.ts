import { ledgerScalar, type RequestContext } from '@tieuchi/subgraph-kit';
import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { ATTAINMENT_METHOD } from '../compute-attainment';
import { AttainmentArguments, SeriesArguments, toQuestion } from './attainment-arguments';
import { AttainmentType, type ShownAttainment } from './attainment-type';
import { readOwnMapLedgers, readSeries } from './ledger';
import { MethodType } from './method-type';
import { OwnMapReading, readOnOwnMap } from './own-map-reading';
import { requireYear } from './series-question';
import { AttainmentPoint } from './series-type';
import { showAttainment, showSeries } from './show-attainment';

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

/** Geography owns regions, too; their ledger is the sum of their provinces'. */
@ObjectType()
@Directive('@key(fields: "id")')
export class Region {
  @Field(() => ID)
  id!: string;

  @Field(() => ledgerScalar, { nullable: true })
  @Directive('@external')
  securityLedger!: string | null;
}

const ERRORS =
  'INDICATOR_NOT_FOUND, INDICATOR_NOT_COUNTED, POPULATION_NOT_FOUND, YEAR_NOT_FOUND, TARGET_NOT_FOUND, METHOD_NOT_FOUND';

@Resolver(() => AdministrativeUnit)
export class AttainmentResolver {
  @Query(() => [MethodType], { nullable: true, description: 'The formulas that answers may name.' })
  attainmentMethods(): MethodType[] {
    return [ATTAINMENT_METHOD];
  }

  @FieldResolver(() => AttainmentType, {
    nullable: true,
    description: `Where this unit stands against its target; null for communes, and when the counts did not arrive. On a map that groups units of an earlier one it is the grouped reading: \`attainmentOnOwnMap\` is the other. Errors: ${ERRORS}, NOT_RESTATABLE.`,
  })
  @Directive('@requires(fields: "securityLedger")')
  attainment(
    @Root() { securityLedger }: AdministrativeUnit,
    @Args(() => AttainmentArguments) asked: AttainmentArguments,
    @Ctx() { asOf }: RequestContext,
  ): ShownAttainment | null {
    return securityLedger === null ? null : showAttainment(securityLedger, toQuestion(asked), asked.year, asOf);
  }

  @FieldResolver(() => [AttainmentPoint], {
    nullable: true,
    description: `The same for every assessment year, in the order of time, with the years marked that cannot be compared with the one before. Null as for \`attainment\`. Errors: ${ERRORS}.`,
  })
  @Directive('@requires(fields: "securityLedger")')
  attainmentSeries(
    @Root() { securityLedger }: AdministrativeUnit,
    @Args(() => SeriesArguments) asked: SeriesArguments,
    @Ctx() { asOf }: RequestContext,
  ): AttainmentPoint[] | null {
    return securityLedger === null ? null : showSeries(securityLedger, toQuestion(asked), asOf);
  }

  @FieldResolver(() => OwnMapReading, {
    nullable: true,
    description:
      'The same by the units that were counted, each against the target set for it, where this unit groups units of an earlier map; null where it counts for itself, and when the counts did not arrive. Errors as for `attainment`.',
  })
  @Directive('@requires(fields: "securityLedger securityOwnMapLedgers")')
  attainmentOnOwnMap(
    @Root() { securityLedger, securityOwnMapLedgers }: AdministrativeUnit,
    @Args(() => AttainmentArguments) asked: AttainmentArguments,
    @Ctx() { asOf }: RequestContext,
  ): OwnMapReading | null {
    if (securityLedger === null || securityOwnMapLedgers === null) return null;
    const question = toQuestion(asked);
    const { year } = asked;
    // a wrong question is refused as it is by the other reading
    requireYear(readSeries(securityLedger, question), year);
    const ledgers = readOwnMapLedgers(securityOwnMapLedgers, question.indicatorId, year);
    const units = ledgers.flatMap(([code, fullName, ledger]) => {
      const attainment = showAttainment(ledger, question, year, asOf);
      return attainment ? [{ code, fullName, attainment }] : [];
    });
    return readOnOwnMap(units);
  }
}

@Resolver(() => Region)
export class RegionAttainmentResolver {
  @FieldResolver(() => AttainmentType, {
    nullable: true,
    description: `Where the provinces of this region stand together against the country's target: no source sets one for regions. Null when the counts did not arrive, and where the region is not complete. Errors: ${ERRORS}, NOT_RESTATABLE.`,
  })
  @Directive('@requires(fields: "securityLedger")')
  attainment(
    @Root() { securityLedger }: Region,
    @Args(() => AttainmentArguments) asked: AttainmentArguments,
    @Ctx() { asOf }: RequestContext,
  ): ShownAttainment | null {
    return securityLedger === null ? null : showAttainment(securityLedger, toQuestion(asked), asked.year, asOf);
  }

  @FieldResolver(() => [AttainmentPoint], {
    nullable: true,
    description: `The same for every assessment year, as for units. Errors: ${ERRORS}.`,
  })
  @Directive('@requires(fields: "securityLedger")')
  attainmentSeries(
    @Root() { securityLedger }: Region,
    @Args(() => SeriesArguments) asked: SeriesArguments,
    @Ctx() { asOf }: RequestContext,
  ): AttainmentPoint[] | null {
    return securityLedger === null ? null : showSeries(securityLedger, toQuestion(asked), asOf);
  }
}
