import { dateScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum Verdict {
  MET = 'MET',
  NOT_MET = 'NOT_MET',
  UNKNOWN = 'UNKNOWN',
}

export enum AssessmentState {
  NOT_STARTED = 'NOT_STARTED',
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  APPRAISED = 'APPRAISED',
  RECOGNISED = 'RECOGNISED',
  REVOKED = 'REVOKED',
}

export enum UnknownReason {
  NOT_STARTED = 'NOT_STARTED',
  IN_DRAFT = 'IN_DRAFT',
  AWAITING_APPRAISAL = 'AWAITING_APPRAISAL',
  RETURNED = 'RETURNED',
  ITEM_UNKNOWN = 'ITEM_UNKNOWN',
  NO_COMPARABLE_PREVIOUS_YEAR = 'NO_COMPARABLE_PREVIOUS_YEAR',
  NOT_RESTATABLE = 'NOT_RESTATABLE',
  WINDOW_OPEN = 'WINDOW_OPEN',
}

registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'Three-valued: a missing result is UNKNOWN, never a failure.',
  valuesConfig: {
    MET: { description: 'Đạt.' },
    NOT_MET: { description: 'Chưa đạt.' },
    UNKNOWN: { description: 'Chưa có kết quả: nothing is decided yet.' },
  },
});
registerEnumType(AssessmentState, {
  name: 'AssessmentState',
  description: 'How far an assessment has come.',
  valuesConfig: {
    NOT_STARTED: { description: 'Nothing is recorded.' },
    DRAFT: { description: 'Begun, not sent yet.' },
    SUBMITTED: { description: 'Sent, waiting for appraisal.' },
    RETURNED: { description: 'Sent back to be completed.' },
    APPRAISED: { description: 'Appraised; the verdict can still be UNKNOWN, for want of a content.' },
    RECOGNISED: { description: 'The last step of the indicator is done: for 19.2 the police confirmed the result.' },
    REVOKED: { description: 'Taken back after the last step; the verdict is what holds now.' },
  },
});
registerEnumType(UnknownReason, {
  name: 'UnknownReason',
  description: 'Why there is no result.',
  valuesConfig: {
    NOT_STARTED: { description: 'Nothing is recorded.' },
    IN_DRAFT: { description: 'Begun, not sent yet.' },
    AWAITING_APPRAISAL: { description: 'Sent, not appraised yet.' },
    RETURNED: { description: 'Sent back to be completed.' },
    ITEM_UNKNOWN: { description: 'Appraised, but for want of a content (nội dung) nothing is decided.' },
    NO_COMPARABLE_PREVIOUS_YEAR: {
      description: 'A content compares with the year before, and that has no figure on the same land.',
    },
    NOT_RESTATABLE: { description: 'The unit did not exist on the day that the year counts: see `predecessors`.' },
    WINDOW_OPEN: { description: 'The assessment year has not ended.' },
  },
});

@ObjectType({ description: 'One content (nội dung) of an indicator.' })
export class ItemResult {
  @Field(() => Int, { description: 'Its number in the criteria set of that year, from 1.' })
  number!: number;

  @Field(() => Verdict, { description: 'UNKNOWN where this content has no result.' })
  verdict!: Verdict;
}

@ObjectType({
  description: 'What was decided for a unit in an assessment year. Only appraised results are MET or NOT_MET.',
})
export class Assessment {
  @Field(() => AssessmentState, { description: 'NOT_STARTED also for a unit that did not exist on the counting day.' })
  state!: AssessmentState;

  @Field(() => Verdict, {
    description: 'By the appraisal or a later step; UNKNOWN before it, and where that could not decide.',
  })
  verdict!: Verdict;

  @Field(() => UnknownReason, { nullable: true, description: 'Set exactly where the verdict is UNKNOWN, else null.' })
  unknownReason!: UnknownReason | null;

  @Field(() => Verdict, {
    nullable: true,
    description: 'What the unit says of itself; never a result. Null before it said so.',
  })
  selfAssessedVerdict!: Verdict | null;

  @Field(() => [ItemResult], {
    description: 'All contents of the set; empty where the set of that year is not itemised.',
  })
  items!: ItemResult[];

  @Field(() => dateScalar, { nullable: true, description: 'Day on which it was sent for appraisal; null before.' })
  submittedOn!: string | null;

  @Field({ description: 'Whether it was submitted after the window of its year had ended.' })
  late!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why a demonstration makes up no result here, in Vietnamese; else null.',
  })
  note!: string | null;

  @Field(() => dateScalar, { description: 'The day whose units this year counts.' })
  countedOn!: string;

  /** Not shown: the resolver of `predecessors` asks with it. */
  unitId!: string;

  year!: number;

  indicatorId!: string;

  @Field(() => Origin, { description: 'Where this result comes from; without one, what the installation holds.' })
  origin!: Origin;
}
