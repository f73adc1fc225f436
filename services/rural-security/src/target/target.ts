import { dateScalar, decimalScalar, Level } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

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

@ObjectType({ description: 'What a paper asks of an indicator (mục tiêu), with the paper.' })
export class SecurityTarget {
  @Field(() => ID, { description: 'Names the paper and its target: "qd-926/t3".' })
  id!: string;

  @Field(() => ID, { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' })
  indicatorId!: string;

  @Field(() => Level, { description: 'The level of the unit that set it.' })
  scopeLevel!: Level;

  @Field({ description: 'The code of that unit, with leading zeros: "19"; "VN" for the country.' })
  scopeCode!: string;

  @Field(() => dateScalar, {
    description: 'The day of the map on which it was set: it holds for the unit that had its code then.',
  })
  scopeMap!: string;

  @Field(() => TargetDirection, { description: 'Whether a share must be reached or a number cut.' })
  direction!: TargetDirection;

  @Field(() => decimalScalar, {
    nullable: true,
    description: 'In percent, 0 to 100: "99". Null where an interim target is set in units.',
  })
  percent!: string | null;

  @Field(() => Int, { nullable: true, description: 'So many units, where an interim target is not set in percent.' })
  units!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The assessment year of an interim target: plans are targets. Null: the target of the due day.',
  })
  year!: number | null;

  @Field(() => dateScalar, {
    nullable: true,
    description: 'Last day on which it is reached in time; null where the text names none.',
  })
  due!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The assessment year that progress is measured from: a convention of ours for AT_LEAST. Null where there is none.',
  })
  baselineYear!: number | null;

  @Field({ description: 'The paper, with its date.' })
  source!: string;

  @Field({ description: 'The day of the version, "2022-08-02", or "undated"; of several the latest stands first.' })
  version!: string;

  /** Filled for a unit: whether the target is that of a unit above. */
  @Field({
    description:
      'True: set for a unit above (the country), because the sources name none of its own. False in the list of an indicator.',
  })
  inherited!: boolean;
}
