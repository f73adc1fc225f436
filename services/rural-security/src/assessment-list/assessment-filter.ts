import { SpeakingError, UnitKind } from '@tieuchi/subgraph-kit';
import { Field, InputType, Int } from 'type-graphql';
import { AssessmentState, UnknownReason, Verdict } from '../assessment/assessment-enums';

@InputType({
  description: 'How many contents are NOT_MET, both ends included. Units without an appraisal have no number.',
})
export class MissingItemsRange {
  @Field(() => Int, { nullable: true, description: '0 or more; left out: from 0.' })
  atLeast?: number | null;

  @Field(() => Int, { nullable: true, description: 'Not less than `atLeast`; left out: without an end.' })
  atMost?: number | null;
}

@InputType({ description: 'What an entry must be, all of it. A list that is left out or empty asks for nothing.' })
export class AssessmentFilter {
  @Field(() => [AssessmentState], { nullable: true, description: 'One of these; NOT_STARTED: nothing is recorded.' })
  states?: AssessmentState[] | null;

  @Field(() => [Verdict], { nullable: true, description: 'One of these.' })
  verdicts?: Verdict[] | null;

  @Field(() => [UnknownReason], { nullable: true, description: 'UNKNOWN for one of these reasons.' })
  unknownReasons?: UnknownReason[] | null;

  @Field(() => [UnitKind], { nullable: true, description: 'Kind of the unit on the day that the year counts.' })
  kinds?: UnitKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of a content that was appraised as NOT_MET. ITEM_NOT_FOUND where the set has no such number.',
  })
  failingItem?: number | null;

  @Field(() => MissingItemsRange, { nullable: true, description: 'By the number of contents that are NOT_MET.' })
  missingItems?: MissingItemsRange | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was submitted after the window.' })
  late?: boolean | null;
}

/** @throws SpeakingError BAD_USER_INPUT for a range that nothing lies in */
export function checkFilter(filter: AssessmentFilter | null | undefined): AssessmentFilter {
  const { atLeast, atMost } = filter?.missingItems ?? {};
  for (const [name, end] of Object.entries({ atLeast, atMost })) {
    if (end != null && end < 0) {
      throw new SpeakingError(
        'BAD_USER_INPUT',
        `filter.missingItems.${name}: ${end} – a number of contents is 0 or more.`,
      );
    }
  }
  if (atLeast != null && atMost != null && atLeast > atMost) {
    throw new SpeakingError(
      'BAD_USER_INPUT',
      `filter.missingItems: at least ${atLeast} and at most ${atMost} is none.`,
    );
  }
  return filter ?? {};
}
