import { createConnectionClass, dateScalar, dateTimeScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { Verdict } from '../assessment/assessment-enums';
import { StatementState } from './statement-step';

@ObjectType({ description: 'What became other since a statement was drawn up: the counts of now minus its own.' })
export class TallyChange {
  @Field(() => Int, { description: 'Units that meet it, more or fewer.' })
  met!: number;

  @Field(() => Int, { description: 'Units that do not, more or fewer.' })
  notMet!: number;

  @Field(() => Int, { description: 'Units without a result, more or fewer.' })
  unknown!: number;
}

@ObjectType({
  description:
    'A level closes its books (chốt số liệu): what it counted of an indicator in a year, signed on a paper. It never changes; what changed since is told beside it.',
})
export class TallyStatement {
  @Field(() => ID, { description: 'Opaque; the same through all of its steps.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the steps from 1. A step names the one it has read.' })
  version!: number;

  @Field(() => ID, { description: 'An id of `indicators`.' })
  indicatorId!: string;

  @Field(() => Int, { description: 'The assessment year.' })
  year!: number;

  @Field(() => ID, { description: 'Over which units it is counted: the default population.' })
  population!: string;

  @Field(() => dateScalar, { description: 'The map on which the counted units are grouped under this one.' })
  map!: string;

  @Field(() => StatementState, { description: 'How far it has come.' })
  state!: StatementState;

  @Field(() => Int, { description: 'Units that met it.' })
  met!: number;

  @Field(() => Int, { description: 'Units that did not.' })
  notMet!: number;

  @Field(() => Int, { description: 'Units without an appraised result.' })
  unknown!: number;

  @Field(() => Int, { description: 'met + notMet + unknown.' })
  total!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the unknowns, those that assessed themselves as met; null below the province for whoever may not see what is not published there.',
  })
  selfAssessedMet!: number | null;

  @Field({ description: 'SHA-256 of the rows that it rests on: the same rows have the same.' })
  contentHash!: string;

  @Field(() => dateTimeScalar, { description: 'The instant at which it was counted.' })
  knownAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who signed the paper, as it names them; null before.' })
  signer!: string | null;

  @Field(() => String, { nullable: true, description: 'Who drew it up; null for PUBLIC and VIEWER.' })
  draftedBy!: string | null;

  @Field(() => dateTimeScalar, { description: 'When it was drawn up.' })
  draftedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who signed it here; null before, and for PUBLIC and VIEWER.' })
  signedBy!: string | null;

  @Field(() => dateTimeScalar, { nullable: true, description: 'When it was signed; null before.' })
  signedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who received it; null before, and for PUBLIC and VIEWER.' })
  receivedBy!: string | null;

  @Field(() => dateTimeScalar, { nullable: true, description: 'When it was received; null before.' })
  receivedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who returned it; null before, and for PUBLIC and VIEWER.' })
  returnedBy!: string | null;

  @Field(() => dateTimeScalar, { nullable: true, description: 'When it was returned; null before.' })
  returnedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned, in Vietnamese; else null.' })
  reason!: string | null;

  @Field(() => Origin, { description: 'Of all counts of the statement.' })
  origin!: Origin;

  /** The paper. */
  documentId!: string | null;
}

@ObjectType({ description: 'A unit whose result is another one than when a statement was drawn up.' })
export class StatementChange {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit.' })
  unit!: AdministrativeUnit;

  @Field(() => Verdict, { description: 'As the statement counted it.' })
  before!: Verdict;

  @Field(() => Verdict, { description: 'As it counts now.' })
  after!: Verdict;
}

export const StatementChangeConnection = createConnectionClass(StatementChange, 'StatementChange');
