import { dateScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ItemStatement } from '../assessment-life/revision';
import { AssessmentState, UnknownReason, Verdict } from './assessment-enums';

@ObjectType({ description: 'A whole number that a content is judged by.' })
export class Measure {
  @Field({ description: 'As the rule of the content names it: "recognised".' })
  name!: string;

  @Field(() => Int, { description: 'Cases, sub-units or whatever the rule counts; at least 0.' })
  count!: number;
}

@ObjectType({ description: 'What a statement rests on: exactly one of a file, a link and a paper.' })
export class Evidence {
  @Field(() => String, { nullable: true, description: 'A file, at `/evidence/<sha256>`.' })
  sha256!: string | null;

  @Field(() => String, { nullable: true, description: 'A link; what lies there is not kept here.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'What it shows, in Vietnamese.' })
  note!: string | null;

  /** Not shown: the resolver of `document` asks with it. */
  documentId!: string | null;
}

@ObjectType({ description: 'What somebody said of one content.' })
export class Statement {
  @Field(() => Verdict, { description: 'UNKNOWN where nothing was decided.' })
  verdict!: Verdict;

  @Field(() => UnknownReason, { nullable: true, description: 'Set exactly where the verdict is UNKNOWN.' })
  reason!: UnknownReason | null;

  @Field(() => [Measure], { description: 'The figures behind it; empty where it was stated without.' })
  measures!: readonly Measure[];

  @Field(() => String, { nullable: true, description: 'In Vietnamese; null where nothing was written.' })
  explanation!: string | null;

  @Field(() => [Evidence], { description: 'What it rests on.' })
  evidence!: readonly Evidence[];
}

@ObjectType({ description: 'One content (nội dung) of an indicator.' })
export class ItemResult {
  @Field(() => Int, { description: 'Its number in the criteria set of that year, from 1.' })
  number!: number;

  @Field(() => Verdict, { description: 'By the appraisal; UNKNOWN where this content has no result.' })
  verdict!: Verdict;

  /** Not shown: whose content it is; the resolvers of `text`, `selfAssessed` and `appraised` look there. */
  of!: AssessmentOfItems;
}

/** What the contents of an assessment have in common. */
export interface AssessmentOfItems {
  readonly indicatorId: string;
  readonly year: number;
  /** What was said of single contents; null where nothing is recorded. */
  readonly selfItems: readonly ItemStatement[] | null;
  readonly appraisedItems: readonly ItemStatement[] | null;
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

  @Field(() => Int, { description: 'Days between the last day to submit and the submission; 0 where it is not late.' })
  daysLate!: number;

  @Field(() => Int, {
    description: 'Counts the steps of this assessment from 1; 0 before the first. A step names the one it has read.',
  })
  version!: number;

  @Field(() => dateScalar, { nullable: true, description: 'Day of the last appraisal that holds; null before.' })
  appraisedOn!: string | null;

  @Field(() => dateScalar, {
    nullable: true,
    description: 'Day of the last step (see `Indicator.lastStep`); null before.',
  })
  confirmedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the paper of the last step or of the revocation.' })
  decisionNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned or revoked, in Vietnamese; else null.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who submitted it; null before, and for PUBLIC and VIEWER.' })
  submittedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who is answerable in the unit where somebody else entered it; null for PUBLIC and VIEWER.',
  })
  enteredFor!: string | null;

  @Field(() => String, { nullable: true, description: 'Who appraised it; null before, and for PUBLIC and VIEWER.' })
  appraisedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why a demonstration makes up no result here, in Vietnamese; else null.',
  })
  note!: string | null;

  @Field(() => dateScalar, { description: 'The day whose units this year counts.' })
  countedOn!: string;

  /** Not shown: resolvers of other fields ask with them. */
  unitId!: string;

  decisionId!: string | null;

  year!: number;

  indicatorId!: string;

  @Field(() => Origin, { description: 'Where this result comes from; without one, what the installation holds.' })
  origin!: Origin;
}
