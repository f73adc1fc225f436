import { type Day, dateScalar, type Level, SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { QuotaBy, QuotaCounts } from './quota-enums';

@Entity('quota_rule')
@ObjectType({
  description: 'How many pilot wards which units must have (chỉ tiêu giao), with the source and our reading.',
})
export class QuotaRule {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Says who set it and when: "mps-2022-11".' })
  id!: string;

  @Column('text', { name: 'title_vi' })
  titleVi!: string;

  @Column('text', { name: 'title_en' })
  titleEn!: string;

  @Column('text')
  @Field({ description: 'Where the words stand, in Vietnamese: a paper, or the press that reports it.' })
  source!: string;

  @Column('date', { name: 'source_date', nullable: true })
  @Field(() => dateScalar, {
    nullable: true,
    description: 'Day of the source, or of the event that it reports; null where the day is not known.',
  })
  sourceDate!: Day | null;

  @Column('text')
  @Field({ description: 'What the source says, in its words.' })
  words!: string;

  @Column('text')
  @Field({ description: 'How we read them, in Vietnamese.' })
  reading!: string;

  @Column('text')
  @Field(() => SourceStatus, { description: 'How sure our reading is.' })
  status!: SourceStatus;

  @Column('date')
  @Field(() => dateScalar, { description: 'Last day: wards registered later do not count.' })
  deadline!: Day;

  @Column('date')
  @Field(() => dateScalar, { description: 'The map that the rule was set on; its units are those of that day.' })
  map!: Day;

  @Column('text')
  @Field(() => QuotaCounts, { description: 'Which wards count.' })
  counts!: QuotaCounts;

  @Column('text', { name: 'counted_by' })
  @Field(() => QuotaBy, { description: 'By what a ward is in time.' })
  by!: QuotaBy;

  @Column('integer', { name: 'validity_years', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'For how many years a recognition counts; null: until it is revoked. No source sets an end.',
  })
  validityYears!: number | null;

  @Column('date', { name: 'counted_on', nullable: true })
  @Field(() => dateScalar, {
    nullable: true,
    description:
      'The day on which a ward must still stand; null: the deadline. For deadlines after 30 June 2025 it is that day, because all wards were made anew on the next.',
  })
  countedOn!: Day | null;

  @Column('text', { name: 'not_known', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What the sources leave out, in Vietnamese, so that the rule cannot be checked; null where it can.',
  })
  notKnown!: string | null;

  @Column('integer')
  position!: number;
}

/** A unit that a rule names, by its code on the rule's map: never by kind, because kinds change. */
@Entity('quota_rule_unit')
export class QuotaRuleUnit {
  @PrimaryColumn('text', { name: 'rule_id' })
  ruleId!: string;

  @PrimaryColumn('text')
  level!: Level;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  required!: number;

  @Column('text', { name: 'share_percent', nullable: true })
  sharePercent!: string | null;

  @Column('integer', { name: 'share_of', nullable: true })
  shareOf!: number | null;

  @Column('text', { name: 'share_words', nullable: true })
  shareWords!: string | null;

  @Column('integer')
  position!: number;
}
