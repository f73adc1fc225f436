import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum LastStep {
  CONFIRMATION = 'CONFIRMATION',
  RECOGNITION_DECISION = 'RECOGNITION_DECISION',
}

registerEnumType(LastStep, {
  name: 'LastStep',
  description: 'How an assessment ends.',
  valuesConfig: {
    CONFIRMATION: { description: 'The police confirm the result (xác nhận), as for 19.2: nobody recognises it.' },
    RECOGNITION_DECISION: { description: 'A numbered decision recognises the unit (công nhận).' },
  },
});

@Entity('indicator')
@ObjectType({ description: 'One indicator (chỉ tiêu) of a programme, such as 19.2.' })
export class Indicator {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Programme and number: "ntm-2021-2025/19.2".' })
  id!: string;

  @Column('text', { name: 'programme_id' })
  @Field({ description: 'Several indicators may belong to one: "ntm-2021-2025".' })
  programmeId!: string;

  @Column('text')
  @Field({ description: 'As the criteria set prints it: "19.2". Not unique: two sets have a 19.2.' })
  number!: string;

  @Column('text', { name: 'title_vi' })
  @Field({ description: 'Vietnamese title, for people.' })
  titleVi!: string;

  @Column('text', { name: 'title_en' })
  @Field({ description: 'English title, translated by us.' })
  titleEn!: string;

  @Column('text', { name: 'noun_vi' })
  @Field({ description: 'What it counts, in Vietnamese: "xã".' })
  nounVi!: string;

  @Column('text', { name: 'noun_en' })
  @Field({ description: 'What it counts, in English and in the plural: "communes".' })
  nounEn!: string;

  @Column('text', { name: 'last_step', nullable: true })
  @Field(() => LastStep, {
    nullable: true,
    description: 'Null where the sources do not say, and where nothing is assessed unit by unit.',
  })
  lastStep!: LastStep | null;

  @Column('integer')
  position!: number;
}

/** A set of units that an indicator may be counted over; `kinds` is null where the list of units is not known. */
@Entity('population')
export class Population {
  @PrimaryColumn('text', { name: 'indicator_id' })
  indicatorId!: string;

  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  level!: 'COMMUNE' | 'DISTRICT';

  @Column('text', { array: true, nullable: true })
  kinds!: string[] | null;

  @Column('boolean', { name: 'is_default' })
  isDefault!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;
}

@Entity('criteria_item')
export class CriteriaItem {
  @PrimaryColumn('text', { name: 'indicator_id' })
  indicatorId!: string;

  @PrimaryColumn('text', { name: 'criteria_version' })
  criteriaVersion!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('text', { name: 'text_vi' })
  textVi!: string;

  @Column('text')
  status!: string;

  @Column('text', { nullable: true })
  source!: string | null;
}

/** What holds for an indicator in one assessment year. */
@Entity('assessment_year')
export class AssessmentYear {
  @PrimaryColumn('text', { name: 'indicator_id' })
  indicatorId!: string;

  @PrimaryColumn('integer')
  year!: number;

  @Column('text', { name: 'criteria_version' })
  criteriaVersion!: string;

  @Column('date', { name: 'window_from' })
  windowFrom!: string;

  @Column('date', { name: 'window_to' })
  windowTo!: string;

  @Column('text', { name: 'window_status' })
  windowStatus!: string;

  @Column('date', { name: 'counted_on' })
  countedOn!: string;

  @Column('text', { name: 'counted_on_basis' })
  countedOnBasis!: string;
}
