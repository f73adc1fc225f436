import { dateScalar, decimalScalar } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum TargetDirection {
  AT_LEAST = 'AT_LEAST',
  REDUCE_BY_AT_LEAST = 'REDUCE_BY_AT_LEAST',
}

registerEnumType(TargetDirection, {
  name: 'TargetDirection',
  description: 'AT_LEAST: a share of units. REDUCE_BY_AT_LEAST: fewer cases than in the baseline year.',
});

@Entity('target')
@ObjectType({ description: 'What a paper asks of an indicator (mục tiêu), with the paper.' })
export class SecurityTarget {
  @PrimaryColumn('text')
  @Field(() => ID)
  id!: string;

  @Column('text', { name: 'indicator_id' })
  @Field(() => ID)
  indicatorId!: string;

  @Column('text', { name: 'scope_level' })
  scopeLevel!: string;

  @Column('text', { name: 'scope_code' })
  scopeCode!: string;

  @Column('date', { name: 'scope_map' })
  @Field(() => dateScalar, { description: 'The map on which it was set.' })
  scopeMap!: string;

  @Column('text')
  @Field(() => TargetDirection)
  direction!: TargetDirection;

  @Column('numeric')
  @Field(() => decimalScalar)
  percent!: string;

  @Column('date', { nullable: true })
  @Field(() => dateScalar, { nullable: true, description: 'Null where the text names no day.' })
  due!: string | null;

  @Column('integer', { name: 'baseline_year', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The year that progress is measured from: a convention of ours for AT_LEAST.',
  })
  baselineYear!: number | null;

  @Column('text')
  @Field({ description: 'The paper, with its date.' })
  source!: string;

  @Column('text')
  @Field()
  version!: string;

  /** Filled for a unit: whether the target is that of a unit above. */
  @Field({ description: 'True: set for a unit above (the country), because the sources name none of its own.' })
  inherited!: boolean;
}
