import { createConnectionClass, dateTimeScalar } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Verdict } from '../assessment/assessment-enums';

export enum ImportJobState {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  FAILED = 'FAILED',
}

registerEnumType(ImportJobState, {
  name: 'ImportJobState',
  description: 'What became of a file that was sent for many units.',
  valuesConfig: {
    RUNNING: { description: 'At work, or waiting for an import of the same year; nothing of it counts yet.' },
    DONE: { description: 'All of its rows are recorded.' },
    REFUSED: { description: 'Nothing was recorded: `faults` say why.' },
    FAILED: { description: 'Nothing was recorded: it was broken off. The file can be sent again.' },
  },
});

@ObjectType({ description: 'Why a file was refused, with the place.' })
export class ImportFault {
  @Field(() => Int, {
    nullable: true,
    description: 'As spreadsheets count, from 1; null where no single row is at fault.',
  })
  row!: number | null;

  @Field(() => String, { nullable: true, description: 'Title of the column: "ND3"; null where no single cell is.' })
  column!: string | null;

  @Field({ description: 'For programs: "UNIT_NOT_FOUND".' })
  code!: string;

  @Field({ description: 'For people: what is wrong and what to do.' })
  message!: string;
}

@ObjectType({ description: 'A verdict that an import changed.' })
export class VerdictFlip {
  @Field(() => Int, { description: 'The row of the file.' })
  row!: number;

  @Field({ description: 'Code of the unit on the map that the year counts.' })
  unitCode!: string;

  @Field({ description: 'Its name on that map.' })
  unitName!: string;

  @Field({ description: 'VERDICT: what counts. SELF_ASSESSED: what the unit says of itself.' })
  of!: string;

  @Field(() => Verdict, { description: 'Before the import.' })
  before!: Verdict;

  @Field(() => Verdict, { description: 'After it.' })
  after!: Verdict;
}

@ObjectType({ description: 'A file that was sent to `POST /imports` for many units, and how far it is.' })
export class ImportJob {
  @Field(() => ID, { description: 'As the sender named it in `job`, else made up.' })
  id!: string;

  @Field({ description: 'What was imported: "assessments" or "reported-tallies".' })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The step that each unit took: SAVE, SUBMIT or APPRAISE; null where reported figures were sent.',
  })
  step!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of `indicators`; null where each row names its own.' })
  indicator!: string | null;

  @Field(() => Int, { nullable: true, description: 'The assessment year; null where each row names its own.' })
  year!: number | null;

  @Field({ description: 'As the sender calls the file.' })
  fileName!: string;

  @Field({ description: 'SHA-256 of the file.' })
  contentHash!: string;

  @Field(() => ImportJobState, { description: 'What became of it.' })
  state!: ImportJobState;

  @Field(() => Int, { description: 'Rows of the file, those of headings included.' })
  rowsTotal!: number;

  @Field(() => Int, { description: 'Rows that it has gone through; said now and then.' })
  rowsDone!: number;

  @Field({ description: 'Who sent it.' })
  startedBy!: string;

  @Field(() => dateTimeScalar, { description: 'When it began.' })
  startedAt!: string;

  @Field(() => dateTimeScalar, {
    nullable: true,
    description: 'When it ended; null while it runs, or where it was broken off.',
  })
  endedAt!: string | null;

  @Field(() => Int, {
    description: 'Units whose assessment took the step, or figures that were added or corrected; 0 unless it is DONE.',
  })
  taken!: number;

  @Field(() => Int, { description: 'Units or figures whose row said what stood already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'All faults, also those that are not listed.' })
  faultCount!: number;

  @Field(() => [ImportFault], { description: 'The first 2,000 in the order of the file.' })
  faults!: ImportFault[];

  @Field(() => Int, { description: 'All flips, also those that are not listed.' })
  flipCount!: number;

  @Field(() => [VerdictFlip], { description: 'The first 2,000 in the order of the file; none unless it is DONE.' })
  flips!: VerdictFlip[];
}

export const ImportJobConnection = createConnectionClass(ImportJob, 'ImportJob');
