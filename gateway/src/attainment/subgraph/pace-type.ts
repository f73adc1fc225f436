import { decimalScalar } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Pace } from '../pace';
import type { Projection, WillAttain } from '../projection';
import { WillAttainEnum } from './attainment-enums';

@ObjectType('AttainmentPace', {
  description:
    'The straight line from the baseline year to the target, in assessment years; a convention of this project. The figures since the baseline are null without a comparable baseline before the year asked. With unknowns they tell the least progress that is certain.',
})
export class PaceType implements Pace {
  @Field(() => Int, { description: 'The assessment year that the line starts from; no regulation names one.' })
  baselineYear!: number;

  @Field(() => decimalScalar, {
    nullable: true,
    description: 'Rate of the baseline year in percent: its upper bound, where that year has unknowns.',
  })
  baselinePercent!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description:
      'Where the line stands in the year asked, in percent: the target itself from the due year on, and from a baseline at or above it.',
  })
  expectedPercent!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description: 'Percentage points ahead of the line, negative behind it; null also where unknowns decide the sign.',
  })
  leadPoints!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description:
      'Percentage points a year that lead from the baseline to the target; "0" from a baseline at or above it, null also where unknowns decide which.',
  })
  neededPerYearFromBaseline!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description:
      'Percentage points a year from the year asked to the due year, if all unknowns fail; null from the due year on.',
  })
  requiredPerYear!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description:
      'Percentage points a year won since the baseline, on average; negative for a loss, null also where unknowns decide the sign.',
  })
  observedPerYear!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description:
      'observedPerYear ÷ neededPerYearFromBaseline: 88 → 93 % in two years toward 99 % in four is 0.91. Null also from a baseline at or above the target, and where unknowns decide the class of `paceStatus`.',
  })
  ratio!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Units a year still to be won, if all unknowns fail, rounded up; null from the due year on.',
  })
  unitsPerYear!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the year asked counts another number of units than the baseline year: then a part of the change comes from the population.',
  })
  populationChanged!: boolean | null;
}

@ObjectType('AttainmentProjection', {
  description: 'The line through the baseline and the year asked, carried on to the due year: arithmetic, no forecast.',
})
export class ProjectionType implements Projection {
  @Field(() => decimalScalar, {
    nullable: true,
    description: '0 to 100 percent; with unknowns the least that is certain, null where `willAttain` is UNKNOWN.',
  })
  percentAtDeadline!: string | null;

  @Field(() => WillAttainEnum, {
    description: 'In whole units of the population of the year asked: 99.2 % of 85 are 84, and 99 % needs 85.',
  })
  willAttain!: WillAttain;
}
