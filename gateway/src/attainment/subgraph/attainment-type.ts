import { dateScalar, decimalScalar } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Attainment } from '../attainment';
import type { Caution } from '../caution';
import type { Origin } from '../counts';
import type { Pace } from '../pace';
import type { PaceStatus } from '../pace-status';
import type { Projection, WillAttain } from '../projection';
import type { PrintedBounds } from '../rate-percent';
import type { Target } from '../target';
import type { AttainmentVerdict } from '../verdict';

/** An enum for the graph whose keys TypeScript holds against the rule's own union. */
function keysOf<T extends string>(keys: Record<T, T>): Record<T, T> {
  return keys;
}

const VerdictEnum = keysOf<AttainmentVerdict>({
  NO_TARGET: 'NO_TARGET',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  NO_DATA: 'NO_DATA',
  ATTAINED: 'ATTAINED',
  NOT_ATTAINED: 'NOT_ATTAINED',
  UNDECIDED: 'UNDECIDED',
});
const PaceStatusEnum = keysOf<PaceStatus>({
  ATTAINED: 'ATTAINED',
  LOST: 'LOST',
  MISSED: 'MISSED',
  UNKNOWN: 'UNKNOWN',
  ON_TRACK: 'ON_TRACK',
  BEHIND: 'BEHIND',
  FAR_BEHIND: 'FAR_BEHIND',
  REGRESSING: 'REGRESSING',
});
const WillAttainEnum = keysOf<WillAttain>({ YES: 'YES', NO: 'NO', UNKNOWN: 'UNKNOWN' });
const OriginEnum = keysOf<Origin>({
  RECORDED: 'RECORDED',
  REPORTED: 'REPORTED',
  PUBLISHED: 'PUBLISHED',
  SYNTHETIC: 'SYNTHETIC',
  MIXED: 'MIXED',
});

registerEnumType(VerdictEnum, {
  name: 'AttainmentVerdict',
  description: 'In this order: no target, no population, nothing appraised, attained, certainly not, or still open.',
});
registerEnumType(PaceStatusEnum, { name: 'PaceStatus', description: 'How the way to the target goes.' });
registerEnumType(WillAttainEnum, {
  name: 'WillAttain',
  description: 'Whether the line carried on reaches the target.',
});
registerEnumType(OriginEnum, {
  name: 'Origin',
  description:
    'Where a figure comes from. SYNTHETIC is made by the software for demonstration and says nothing about reality.',
});

@ObjectType('AttainmentBounds', { description: 'Lower: all unknowns fail. Upper: all unknowns pass.' })
class BoundsType implements PrintedBounds {
  @Field(() => decimalScalar)
  lowerPercent!: string;

  @Field(() => decimalScalar)
  upperPercent!: string;
}

@ObjectType('AttainmentTarget', { description: 'What is to be reached, by when, and who says so.' })
class TargetType implements Pick<Target, 'percent' | 'due' | 'source' | 'version' | 'inherited'> {
  @Field(() => decimalScalar)
  percent!: string;

  @Field(() => dateScalar)
  due!: string;

  @Field()
  source!: string;

  @Field()
  version!: string;

  @Field({ description: "True: the country's target; the sources name none of the unit's own." })
  inherited!: boolean;
}

@ObjectType('AttainmentPace', {
  description: 'The linear way from the baseline year to the target, in assessment years.',
})
class PaceType implements Pace {
  @Field(() => Int)
  baselineYear!: number;

  @Field(() => decimalScalar, { nullable: true })
  baselinePercent!: string | null;

  @Field(() => decimalScalar, { nullable: true, description: 'Where the line stands in the year asked about.' })
  expectedPercent!: string | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description: 'Percentage points ahead of the line; negative behind it.',
  })
  leadPoints!: string | null;

  @Field(() => decimalScalar, { nullable: true, description: 'Percentage points a year.' })
  neededPerYearFromBaseline!: string | null;

  @Field(() => decimalScalar, { nullable: true, description: 'Percentage points a year from now on.' })
  requiredPerYear!: string | null;

  @Field(() => decimalScalar, { nullable: true, description: 'Percentage points a year since the baseline.' })
  observedPerYear!: string | null;

  @Field(() => decimalScalar, { nullable: true, description: 'Observed to needed.' })
  ratio!: string | null;

  @Field(() => Int, { nullable: true, description: 'Units a year still to be won.' })
  unitsPerYear!: number | null;

  @Field(() => Boolean, { nullable: true })
  populationChanged!: boolean | null;
}

@ObjectType('AttainmentProjection', { description: 'The line carried on to the due year; null from then on.' })
class ProjectionType implements Projection {
  @Field(() => decimalScalar, { nullable: true })
  percentAtDeadline!: string | null;

  @Field(() => WillAttainEnum)
  willAttain!: WillAttain;
}

@ObjectType('AttainmentCaution', { description: 'For reading small numbers; never part of the verdict.' })
class CautionType implements Caution {
  @Field(() => decimalScalar, { nullable: true, description: 'Wilson interval, 95 %.' })
  wilsonLowPercent!: string | null;

  @Field(() => decimalScalar, { nullable: true })
  wilsonHighPercent!: string | null;

  @Field({ description: 'Fewer than ten units.' })
  smallDenominator!: boolean;
}

@ObjectType('AttainmentMethod', { description: 'Which formulas made an answer.' })
export class MethodType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Raised by every change that can change an answer.' })
  version!: string;
}

@ObjectType('UnknownCount', { description: 'How many units have no result for one reason.' })
class UnknownCountType {
  @Field({ description: 'An UnknownReason.' })
  reason!: string;

  @Field(() => Int)
  count!: number;
}

/** What the graph shows of an attainment; the numbers are the rules' own. */
export interface ShownAttainment extends Attainment {
  readonly target: Target | null;
  readonly unknownByReason: readonly { readonly reason: string; readonly count: number }[];
  readonly selfAssessedMet: number;
}

@ObjectType('Attainment', { description: 'Where a unit stands against its target in one assessment year.' })
export class AttainmentType implements ShownAttainment {
  @Field(() => Int, { description: 'Units whose result was appraised as met.' })
  met!: number;

  @Field(() => Int)
  notMet!: number;

  @Field(() => Int, { description: 'Units without an appraised result: never counted as failures.' })
  unknown!: number;

  @Field(() => [UnknownCountType], { description: 'The unknowns by reason; adds up to `unknown`.' })
  unknownByReason!: readonly UnknownCountType[];

  @Field(() => Int, { description: 'Of the unknowns, those that assessed themselves as met.' })
  selfAssessedMet!: number;

  @Field(() => Int, { description: 'The population: met + notMet + unknown.' })
  total!: number;

  @Field(() => dateScalar, { description: 'The day whose units are counted; `@asOf(map:)` only groups them.' })
  countedOn!: string;

  @Field(() => decimalScalar, {
    nullable: true,
    description: '100 · met / total; with unknowns a lower bound. Never crosses the target by rounding.',
  })
  ratePercent!: string | null;

  @Field(() => BoundsType, { nullable: true })
  bounds!: PrintedBounds | null;

  @Field(() => TargetType, { nullable: true })
  target!: Target | null;

  @Field(() => decimalScalar, { nullable: true })
  targetPercent!: string | null;

  @Field(() => Int, { nullable: true, description: 'The smallest number of units that is at least the target.' })
  requiredCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many units may fail: total − requiredCount.' })
  allowance!: number | null;

  @Field(() => Int, { nullable: true })
  surplus!: number | null;

  @Field(() => Int, { nullable: true, description: 'Units missing if all unknowns fail.' })
  shortfall!: number | null;

  @Field(() => Int, { nullable: true, description: 'Units missing even if all unknowns pass.' })
  shortfallIfUnknownsPass!: number | null;

  @Field(() => VerdictEnum)
  verdict!: AttainmentVerdict;

  @Field(() => Boolean, { nullable: true, description: 'Tells "not yet" from "missed".' })
  duePassed!: boolean | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description: 'Actual % ÷ target %, as official reports print it: 78 of 80 is 97.5. Not a rate.',
  })
  attainmentPercent!: string | null;

  @Field(() => PaceType, { nullable: true })
  pace!: Pace | null;

  @Field(() => PaceStatusEnum, { nullable: true })
  paceStatus!: PaceStatus | null;

  @Field(() => Int, { nullable: true, description: 'With LOST: the latest year in which the target was attained.' })
  attainedInYear!: number | null;

  @Field(() => ProjectionType, { nullable: true })
  projection!: Projection | null;

  @Field(() => CautionType)
  caution!: Caution;

  @Field(() => OriginEnum)
  origin!: Origin;

  @Field(() => MethodType)
  method!: MethodType;
}
