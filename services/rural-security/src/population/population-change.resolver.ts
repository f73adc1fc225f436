import {
  type Connection,
  checkPageSize,
  createConnection,
  decodeCursor,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
} from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { INDICATOR_ARGUMENT } from '../indicator/assessment-argument';
import { checkYear } from '../indicator/check-year';
import type { RuralSecurityContext } from '../request-context';
import { type PopulationChange, PopulationChangeConnection, PopulationChanges } from './population-change';
import type { PopulationChangeRow, PopulationQuestion, PopulationTotals } from './population-change.repository';

type AskedChanges = PopulationTotals & PopulationQuestion;

@Resolver(() => PopulationChanges)
export class PopulationChangeResolver {
  @Query(() => PopulationChanges, {
    nullable: true,
    description:
      'Units that left or joined an indicator’s default population between two years, so that their totals reconcile. Errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND.',
  })
  async populationChanges(
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('from', () => Int, { description: 'The assessment year to start from: 2024.' }) fromYear: number,
    @Arg('to', () => Int, { description: 'The assessment year to compare with, as a rule a later one: 2025.' })
    toYear: number,
    @Ctx() { populations, indicators }: RuralSecurityContext,
  ): Promise<AskedChanges> {
    const question = { indicatorId, fromYear, toYear };
    const totals = await populations.findTotals(question);
    if (totals.fromCountedOn === null) await checkYear({ indicatorId, year: fromYear }, indicators);
    if (totals.toCountedOn === null) await checkYear({ indicatorId, year: toYear }, indicators);
    return { ...totals, ...question };
  }

  @FieldResolver(() => PopulationChangeConnection, { description: 'The units, in the order of their ids.' })
  async units(
    @Root() question: AskedChanges,
    @Arg('first', () => Int, PAGE_SIZE_ARGUMENT) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null | undefined,
    @Ctx() { populations }: RuralSecurityContext,
  ): Promise<Connection<PopulationChange> & { totalCount: number }> {
    const size = checkPageSize(first);
    const rows = await populations.findChanges(question, size + 1, decodeCursor(after));
    const page = createConnection(rows.map(presentChange), size, ({ unit }) => unit.id);
    return { ...page, totalCount: question.left + question.joined };
  }
}

function presentChange({ unitId, reason, kindAfter }: PopulationChangeRow): PopulationChange {
  return { unit: { id: unitId }, reason, kindAfter };
}
