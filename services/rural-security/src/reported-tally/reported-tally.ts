import { dateScalar, decimalScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ReconciliationOutcome, ReportedFlag, ReportedKind } from './reported-enums';

@ObjectType({
  description:
    'What a report counts: an indicator of a programme, or one that reports name and no programme here defines. NTM recognition, criterion 19 and indicator 19.2 are three things.',
})
export class ReportedIndicator {
  @Field(() => ID, { description: 'An id of `indicators`, or "NTM/2021-2025" for one that is counted only.' })
  id!: string;

  @Field({ description: 'True: no programme here defines it, so that it is never judged.' })
  isCountedOnly!: boolean;

  titleVi!: string;
  titleEn!: string;
}

@ObjectType({ description: 'A reported figure beside the recorded one. What was not compared is null, never 0.' })
export class Reconciliation {
  @Field(() => ReconciliationOutcome, { description: 'What the comparison says, or why there is none.' })
  outcome!: ReconciliationOutcome;

  @Field(() => Int, { nullable: true, description: 'Recorded units that met it; null where nothing is compared.' })
  recordedMet!: number | null;

  @Field(() => Int, { nullable: true, description: 'Recorded population; null where nothing is compared.' })
  recordedTotal!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Recorded units without a result: while there are any, `recordedMet` may grow.',
  })
  recordedUnknown!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reported minus recorded units that met it.' })
  differenceMet!: number | null;
}

@ObjectType({
  description:
    'What somebody printed or sent up (số liệu công bố, báo cáo), kept as it was printed: with its source, and with what is odd about it.',
})
export class ReportedTally {
  @Field(() => ID, { description: 'Opaque; stays the same when the entry is corrected.' })
  id!: string;

  @Field({ description: 'How the imported file names it: "N8".' })
  reference!: string;

  @Field({ description: 'The place as the report names it.' })
  place!: string;

  @Field(() => ReportedIndicator, { description: 'What it counts.' })
  indicator!: ReportedIndicator;

  @Field({ description: 'The criteria set, as the report names it: "2016-2020".' })
  criteriaVersion!: string;

  @Field(() => dateScalar, { description: 'The day that it is about.' })
  asOf!: string;

  @Field(() => Int, { description: 'The year that it is about: that of `asOf`, unless the file says another.' })
  year!: number;

  @Field({
    description:
      'Whether a loaded map is exact on that day. False: it is shown under the unit that has its code on the first map that is loaded, which is an assumption.',
  })
  mapExact!: boolean;

  @Field(() => ReportedKind, { description: 'A plan is never a result.' })
  kind!: ReportedKind;

  @Field(() => Int, { description: 'Units that meet it; of a plan, units that are to meet it.' })
  met!: number;

  @Field(() => Int, { nullable: true, description: 'Of how many; null where the report does not say.' })
  total!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the total counts, in the words of the report; null where it says nothing.',
  })
  population!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description: 'The percentage with the decimals that were printed; null where none was.',
  })
  printedPercent!: string | null;

  @Field(() => String, { nullable: true, description: 'The word before it: "trên", "gần", "cơ bản".' })
  printedQualifier!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description: '100 · met / total with two decimals, halves up; null without a total. Of a plan, the planned share.',
  })
  computedPercent!: string | null;

  @Field(() => decimalScalar, { nullable: true, description: 'The target that the report names.' })
  targetPercent!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description: 'Actual % ÷ target % as printed (mức thực hiện so với mục tiêu): never a rate.',
  })
  printedAttainmentPercent!: string | null;

  @Field(() => [Int], { nullable: true, description: 'Printed parts of `met`; null where there are none.' })
  parts!: readonly number[] | null;

  @Field(() => [ReportedFlag], { description: 'What is odd about it; empty where nothing is.' })
  flags!: ReportedFlag[];

  @Field(() => String, { nullable: true, description: 'What was noted when it was entered.' })
  note!: string | null;

  @Field({ description: 'Where it was printed, or who reported it.' })
  source!: string;

  @Field(() => Origin, { description: 'PUBLISHED or REPORTED, in a demonstration database too.' })
  origin!: Origin;
}
