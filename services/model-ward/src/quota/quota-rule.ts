import { type Day, dateScalar, type Level, SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum QuotaCounts {
  REGISTERED = 'REGISTERED',
  RECOGNISED = 'RECOGNISED',
}

registerEnumType(QuotaCounts, {
  name: 'QuotaCounts',
  description: 'What a rule counts: registrations or recognitions.',
  valuesConfig: {
    REGISTERED: { description: 'Wards that are registered, however far they have come.' },
    RECOGNISED: { description: 'Only wards whose police is recognised, for the first time or again.' },
  },
});
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

  @Column('date', { name: 'source_date' })
  @Field(() => dateScalar, { description: 'Day of the source, or of the event that it reports.' })
  sourceDate!: Day;

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

  @Column('integer')
  position!: number;
}
