import { dateScalar, decimalScalar } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum TargetDirection {
  AT_LEAST = 'AT_LEAST',
  REDUCE_BY_AT_LEAST = 'REDUCE_BY_AT_LEAST',
}

registerEnumType(TargetDirection, {
  name: 'TargetDirection',
  description: 'What `percent` means.',
  valuesConfig: {
    AT_LEAST: { description: 'At least this share of the units must meet the indicator.' },
    REDUCE_BY_AT_LEAST: {
      description: 'At least so much fewer cases than in the baseline year; it has no attainment in percent.',
    },
  },
});

@Entity('target')
@ObjectType({ description: 'What a paper asks of an indicator (mục tiêu), with the paper.' })
export class SecurityTarget {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Names the paper and its target: "qd-926/t3".' })
  id!: string;

  @Column('text', { name: 'indicator_id' })
  @Field(() => ID, { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' })
  indicatorId!: string;

  @Column('text', { name: 'scope_level' })
  scopeLevel!: string;

  @Column('text', { name: 'scope_code' })
  scopeCode!: string;

  @Column('date', { name: 'scope_map' })
  @Field(() => dateScalar, {
    description: 'The day of the map on which it was set: it holds for the unit that had its code then.',
  })
  scopeMap!: string;

  @Column('text')
  @Field(() => TargetDirection, { description: 'Whether a share must be reached or a number cut.' })
  direction!: TargetDirection;

  @Column('numeric')
  @Field(() => decimalScalar, { description: 'In percent, 0 to 100: "99".' })
  percent!: string;

  @Column('date', { nullable: true })
  @Field(() => dateScalar, {
    nullable: true,
    description: 'Last day on which it is reached in time; null where the text names none.',
  })
  due!: string | null;

  @Column('integer', { name: 'baseline_year', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'The assessment year that progress is measured from: a convention of ours for AT_LEAST. Null where there is none.',
  })
  baselineYear!: number | null;

  @Column('text')
  @Field({ description: 'The paper, with its date.' })
  source!: string;

  @Column('text')
  @Field({ description: 'The day of the version, "2022-08-02"; of several the latest stands first.' })
  version!: string;

  /** Filled for a unit: whether the target is that of a unit above. */
  @Field({ description: 'True: set for a unit above (the country), because the sources name none of its own.' })
  inherited!: boolean;
}
