import { type Day, dateScalar, SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum LastStep {
  CONFIRMATION = 'CONFIRMATION',
  RECOGNITION_DECISION = 'RECOGNITION_DECISION',
}

export enum IndicatorShape {
  UNITS_MET = 'UNITS_MET',
  CASES = 'CASES',
  POINTS = 'POINTS',
}

registerEnumType(LastStep, {
  name: 'LastStep',
  description: 'How an assessment ends.',
  valuesConfig: {
    CONFIRMATION: { description: 'The police confirm the result (xác nhận), as for 19.2: nobody recognises it.' },
    RECOGNITION_DECISION: { description: 'A numbered decision recognises the unit (công nhận).' },
  },
});
registerEnumType(IndicatorShape, {
  name: 'IndicatorShape',
  description: 'What an indicator is measured in.',
  valuesConfig: {
    UNITS_MET: { description: 'Units that meet it, of all units of a population.' },
    CASES: { description: 'Numbers of cases against a base year; it has no attainment in percent.' },
    POINTS: { description: 'Points by content; kept for its texts, nothing is assessed.' },
  },
});

@ObjectType({ description: 'Who takes the last step of an assessment, in which time.' })
export class IndicatorAuthority {
  @Field(() => String, { nullable: true, description: 'In Vietnamese; null where the sources do not say.' })
  nameVi!: string | null;

  @Field(() => String, { nullable: true, description: 'In English, translated by us.' })
  nameEn!: string | null;

  @Field(() => dateScalar, { nullable: true, description: 'First day; null: from the beginning.' })
  validFrom!: Day | null;

  @Field(() => dateScalar, { nullable: true, description: 'Last day; null: without an end.' })
  validTo!: Day | null;

  @Field(() => SourceStatus, { description: 'How sure it is.' })
  status!: SourceStatus;

  @Field(() => String, { nullable: true, description: 'The paper; null where there is none.' })
  source!: string | null;
}

@ObjectType({ description: 'A group of units for which the criteria differ, such as the commune groups of 2026–2030.' })
export class IndicatorUnitGroup {
  @Field(() => ID, { description: 'As the paper counts them: "1".' })
  id!: string;

  @Field({ description: 'What belongs to it, in Vietnamese.' })
  titleVi!: string;

  @Field({ description: 'The same in English, translated by us.' })
  titleEn!: string;

  @Field(() => SourceStatus, { description: 'How sure it is.' })
  status!: SourceStatus;

  @Field(() => String, { nullable: true, description: 'Where it stands.' })
  source!: string | null;
}

@ObjectType({ description: 'One indicator (chỉ tiêu) of a programme, such as 19.2.' })
export class Indicator {
  @Field(() => ID, { description: 'Programme and number: "ntm-2021-2025/19.2".' })
  id!: string;

  @Field({ description: 'Several indicators may belong to one: "ntm-2021-2025".' })
  programmeId!: string;

  @Field({ description: 'As the criteria set prints it: "19.2". Not unique: two sets have a 19.2.' })
  number!: string;

  @Field(() => IndicatorShape, { description: 'What it is measured in.' })
  shape!: IndicatorShape;

  @Field({ description: 'Vietnamese title, for people.' })
  titleVi!: string;

  @Field({ description: 'English title, translated by us.' })
  titleEn!: string;

  @Field({ description: 'What it counts, in Vietnamese: "xã".' })
  nounVi!: string;

  @Field({ description: 'What it counts, in English and in the plural: "communes".' })
  nounEn!: string;

  @Field(() => LastStep, {
    nullable: true,
    description: 'Null where the sources do not say, and where nothing is assessed unit by unit.',
  })
  lastStep!: LastStep | null;

  @Field(() => String, { nullable: true, description: 'The paper that sets it.' })
  source!: string | null;

  @Field(() => [IndicatorAuthority], {
    description: 'Who takes the last step, in the order of time; empty where the sources do not say.',
  })
  authorities!: IndicatorAuthority[];

  @Field(() => [IndicatorUnitGroup], { description: 'Empty where the criteria are the same for all units.' })
  unitGroups!: IndicatorUnitGroup[];
}
