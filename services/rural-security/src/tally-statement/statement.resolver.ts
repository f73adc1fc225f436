import {
  type CountedPage,
  checkPageSize,
  createCountedPage,
  createTotalCountResolver,
  decodeCursor,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
} from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { Document } from '../document/document';
import { INDICATOR_ARGUMENT, YEAR_ARGUMENT } from '../indicator/assessment-argument';
import { checkYear } from '../indicator/check-year';
import type { RuralSecurityContext } from '../request-context';
import { statementMissing } from './statement-desk';
import { StatementChange, StatementChangeConnection, TallyChange, TallyStatement } from './tally-statement';

export const StatementChangeCountResolver = createTotalCountResolver(StatementChangeConnection);

@Resolver(() => AdministrativeUnit)
export class UnitStatementsResolver {
  @FieldResolver(() => [TallyStatement], {
    nullable: true,
    description:
      'The statements of this unit for an indicator and a year, in the order in which they were drawn up; the last one holds. A draft is shown to those alone who may see what is not published of the unit. Errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND.',
  })
  async tallyStatements(
    @Root() { id }: AdministrativeUnit,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Ctx() context: RuralSecurityContext,
  ): Promise<TallyStatement[]> {
    const rows = await context.loaders.statementsByUnitId({ indicatorId, year }).load(id);
    if (rows.length === 0) await checkYear({ indicatorId, year }, context.indicators);
    return rows;
  }
}

@Resolver(() => TallyStatement)
export class TallyStatementResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'The paper that was signed; null before.' })
  paper(@Root() { documentId }: TallyStatement, @Ctx() { loaders }: RuralSecurityContext): Promise<Document | null> {
    return documentId === null ? Promise.resolve(null) : loaders.documentById.load(documentId);
  }

  @FieldResolver(() => TallyChange, {
    nullable: true,
    description:
      'What changed since it was counted; 0 of each where other units changed places. See `statementChanges`.',
  })
  changedSince(@Root() { id }: TallyStatement, @Ctx() { loaders }: RuralSecurityContext): Promise<TallyChange | null> {
    return loaders.changeByStatementId.load(id);
  }
}

@Resolver()
export class StatementChangesResolver {
  @Query(() => StatementChangeConnection, {
    nullable: true,
    description:
      'Units whose result is another one than when a statement was drawn up, in the order of their codes. Errors: STATEMENT_NOT_FOUND, PAGE_TOO_LARGE, BAD_USER_INPUT.',
  })
  async statementChanges(
    @Arg('statement', () => ID, { description: 'The id of a statement.' }) id: string,
    @Arg('first', () => Int, PAGE_SIZE_ARGUMENT) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null,
    @Ctx() { statements }: RuralSecurityContext,
  ): Promise<CountedPage<StatementChange>> {
    const rows = await statements.findChangedUnits(id, checkPageSize(first) + 1, decodeCursor(after));
    if (rows.length === 0 && (await statements.findStatement(id)) === null) throw statementMissing(id);
    return createCountedPage(rows, first, {
      keyOf: ({ place }) => place,
      present: ({ unitId, before, after: now }) => ({ unit: { id: unitId }, before, after: now }),
      count: () => statements.countChangedUnits(id),
    });
  }
}
