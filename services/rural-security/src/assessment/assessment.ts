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
});
registerEnumType(AssessmentState, { name: 'AssessmentState', description: 'How far an assessment has come.' });
registerEnumType(UnknownReason, { name: 'UnknownReason', description: 'Why there is no result.' });

@ObjectType({ description: 'One content (nội dung) of an indicator.' })
export class ItemResult {
  @Field(() => Int, { description: 'Its number in the criteria set.' })
  number!: number;

  @Field(() => Verdict)
  verdict!: Verdict;
}

@ObjectType({
  description: 'What was decided for a unit in an assessment year. Only appraised results are MET or NOT_MET.',
})
export class Assessment {
  @Field(() => AssessmentState)
  state!: AssessmentState;

  @Field(() => Verdict)
  verdict!: Verdict;

  @Field(() => UnknownReason, { nullable: true, description: 'Set exactly where the verdict is UNKNOWN.' })
  unknownReason!: UnknownReason | null;

  @Field(() => Verdict, { nullable: true, description: "The commune's own view; null before it gave one." })
  selfAssessedVerdict!: Verdict | null;

  @Field(() => [ItemResult], {
    description: 'All contents of the set; empty where the set of that year is not itemised.',
  })
  items!: ItemResult[];

  @Field(() => dateScalar, { nullable: true })
  submittedOn!: string | null;

  @Field({ description: 'Whether it was submitted after its window had ended.' })
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

  @Field(() => Origin)
  origin!: Origin;
}
