import { type Connection, checkPageSize, createConnection, decodeCursor, SpeakingError } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { type PopulationChange, PopulationChangeConnection, PopulationChanges } from './population-change';
import type { PopulationChangeRow, PopulationQuestion, PopulationTotals } from './population-change.repository';

type AskedChanges = PopulationTotals & PopulationQuestion;

@Resolver(() => PopulationChanges)
export class PopulationChangeResolver {
  @Query(() => PopulationChanges, {
    nullable: true,
    description:
      'Units that left or joined an indicator’s population between two years, so that their totals reconcile.',
  })
  async populationChanges(
    @Arg('indicator', () => ID) indicatorId: string,
    @Arg('from', () => Int) fromYear: number,
    @Arg('to', () => Int) toYear: number,
    @Ctx() { populations }: RuralSecurityContext,
  ): Promise<AskedChanges> {
    const question = { indicatorId, fromYear, toYear };
    const totals = await populations.findTotals(question);
    if (totals.fromCountedOn !== null && totals.toCountedOn !== null) return { ...totals, ...question };
    const year = totals.fromCountedOn === null ? fromYear : toYear;
    throw new SpeakingError(
      'YEAR_NOT_FOUND',
      `${indicatorId} has no assessment year ${year}; indicators lists what there is.`,
    );
  }

  @FieldResolver(() => PopulationChangeConnection, { description: 'The units, in the order of their ids.' })
  async units(
    @Root() question: AskedChanges,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
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
