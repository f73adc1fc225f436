import {
  type CountedPage,
  checkPageSize,
  createCountedPage,
  createTotalCountResolver,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
  Role,
} from '@tieuchi/subgraph-kit';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { AssessmentState, UnknownReason } from '../assessment/assessment-enums';
import { rolesWaitingFor } from '../assessment-life/step';
import { WITHIN_ARGUMENT } from '../assessment-list/within';
import { INDICATOR_ARGUMENT, YEAR_ARGUMENT } from '../indicator/assessment-argument';
import type { RuralSecurityContext } from '../request-context';
import { WorkItem, WorkItemConnection, WorkSummary } from './work-item';
import type { WorkQuestion, WorkRow } from './work-list.repository';
import { placeKey, readPlace } from './work-place';

@ArgsType()
class WorkListArguments {
  @Field(() => ID, WITHIN_ARGUMENT)
  within!: string;

  @Field(() => ID, INDICATOR_ARGUMENT)
  indicator!: string;

  @Field(() => Int, YEAR_ARGUMENT)
  year!: number;

  @Field(() => [UnknownReason], {
    nullable: true,
    description: 'For one of these reasons; left out or empty: for any.',
  })
  reasons?: UnknownReason[] | null;

  @Field(() => Role, { nullable: true, description: 'Only what this role takes the next step of.' })
  waitingFor?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only what waits for whoever asks: by role, and within their part of the country.',
  })
  waitingForMe?: boolean | null;

  @Field(() => Int, PAGE_SIZE_ARGUMENT)
  first!: number;

  @Field(() => String, PAGE_START_ARGUMENT)
  after?: string | null;
}

export const WorkItemCountResolver = createTotalCountResolver(WorkItemConnection);

@Resolver()
export class WorkListResolver {
  @Query(() => WorkItemConnection, {
    nullable: true,
    description:
      'All units without a result: who has not sent, what was returned, what waits. Fewest days left first, which are the same for all units of a year, then longest waiting, then by code. Errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, UNIT_NOT_FOUND, PAGE_TOO_LARGE, BAD_USER_INPUT.',
  })
  async workList(
    @Args(() => WorkListArguments) asked: WorkListArguments,
    @Ctx() { lists, actor }: RuralSecurityContext,
  ): Promise<CountedPage<WorkItem>> {
    const question: WorkQuestion = {
      within: asked.within,
      indicatorId: asked.indicator,
      year: asked.year,
      reasons: asked.reasons?.length ? asked.reasons : null,
      states: statesWaitingFor([asked.waitingFor ?? null, asked.waitingForMe ? actor.role : null]),
      scope: asked.waitingForMe ? actor.scope : null,
    };
    const rows = await lists.work.findPage(question, checkPageSize(asked.first) + 1, readPlace(asked.after));
    if (rows.length === 0) await lists.questions.check(question);
    return createCountedPage(rows, asked.first, {
      keyOf: placeKey,
      present: presentWork,
      count: () => lists.work.count(question),
    });
  }

  @Query(() => [WorkSummary], {
    nullable: true,
    description:
      'How many units have no result, by reason, most first; empty where all have one. Errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, UNIT_NOT_FOUND.',
  })
  async workSummary(
    @Arg('within', () => ID, WITHIN_ARGUMENT) within: string,
    @Arg('indicator', () => ID, INDICATOR_ARGUMENT) indicatorId: string,
    @Arg('year', () => Int, YEAR_ARGUMENT) year: number,
    @Ctx() { lists }: RuralSecurityContext,
  ): Promise<WorkSummary[]> {
    const question = { within, indicatorId, year };
    const summary = await lists.work.findSummary(question);
    if (summary.length === 0) await lists.questions.check(question);
    return summary;
  }
}

/** The states whose next step all of these roles take; null without a role. */
function statesWaitingFor(roles: readonly (Role | null)[]): AssessmentState[] | null {
  const asked = roles.filter((role) => role !== null);
  if (asked.length === 0) return null;
  return Object.values(AssessmentState).filter((state) => {
    const waiting = rolesWaitingFor(state);
    return asked.every((role) => waiting.includes(role));
  });
}

function presentWork({ unitId, code: _, rank: __, ...work }: WorkRow): WorkItem {
  return {
    ...work,
    unit: { id: unitId },
    waitingFor: rolesWaitingFor(work.state),
    reason: work.state === AssessmentState.RETURNED ? work.reason : null,
  };
}
