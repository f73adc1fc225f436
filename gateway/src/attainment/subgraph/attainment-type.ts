import { dateScalar, decimalScalar } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Attainment } from '../attainment';
import type { Caution } from '../caution';
import type { Origin, UnknownReason } from '../counts';
import type { Explained } from '../explanation/explained';
import type { Pace } from '../pace';
import type { PaceStatus } from '../pace-status';
import type { Projection } from '../projection';
import type { PrintedBounds } from '../rate-percent';
import type { Target } from '../target';
import type { UnitsToChange } from '../units-to-change';
import type { AttainmentVerdict } from '../verdict';
import { OriginEnum, PaceStatusEnum, UnknownReasonEnum, VerdictEnum } from './attainment-enums';
import { CautionType } from './caution-type';
import { MethodType } from './method-type';
import { PaceType, ProjectionType } from './pace-type';
import { TargetType } from './target-type';
import { UnitsToChangeType } from './units-to-change-type';

@ObjectType('AttainmentBounds', {
  description:
    'Between what the rate will lie once all units are appraised, rounded outward; without unknowns both are the rate.',
})
class BoundsType implements PrintedBounds {
  @Field(() => decimalScalar, { description: 'In percent, if all unknowns fail.' })
  lowerPercent!: string;

  @Field(() => decimalScalar, { description: 'In percent, if all unknowns pass.' })
  upperPercent!: string;
}

export interface UnknownCount {
  readonly reason: UnknownReason;
  readonly count: number;
}

@ObjectType('UnknownCount', { description: 'How many units have no result for one reason.' })
class UnknownCountType implements UnknownCount {
  @Field(() => UnknownReasonEnum, { description: 'The same reasons as those of a single assessment.' })
  reason!: UnknownReason;

  @Field(() => Int, { description: 'Units, at least 1: reasons without units are left out.' })
  count!: number;
}

/** What the graph shows of an attainment; the numbers are the rules' own. */
export interface ShownAttainment extends Attainment {
  readonly population: string;
  readonly target: Target | null;
  readonly unknownByReason: () => readonly UnknownCount[];
  readonly selfAssessedMet: number | null;
  readonly mapExact: boolean;
  /** What the sentence and the steps are made of. */
  readonly explained: () => Explained;
}

@ObjectType('Attainment', {
  description: 'Where a unit stands against its target in one assessment year, over one population of the indicator.',
})
export class AttainmentType implements ShownAttainment {
  @Field(() => ID, { description: "What is counted over: an id of the indicator's `populations`." })
  population!: string;

  @Field(() => Int, { description: 'Units whose result was appraised as met.' })
  met!: number;

  @Field(() => Int, { description: 'Units whose result was appraised as not met.' })
  notMet!: number;

  @Field(() => Int, { description: 'Units without an appraised result: never counted as failures.' })
  unknown!: number;

  @Field(() => [UnknownCountType], { description: 'The unknowns by reason; adds up to `unknown`.' })
  unknownByReason!: () => readonly UnknownCount[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the unknowns, those that assessed themselves as met; null below the province for whoever may not see what is not published there.',
  })
  selfAssessedMet!: number | null;

  @Field(() => Int, { description: 'The population: met + notMet + unknown.' })
  total!: number;

  @Field(() => dateScalar, { description: 'The day whose units are counted; `@asOf(map:)` only groups them.' })
  countedOn!: string;

  @Field({
    description:
      'False where the map of `countedOn` is not loaded exactly and the nearest loaded state stands in for it.',
  })
  mapExact!: boolean;

  @Field(() => decimalScalar, {
    nullable: true,
    description:
      '100 · met / total; with unknowns a lower bound ("at least"). Never crosses the target or 100 by rounding: 7,615 of 7,692 against 99 is "98.999". Null without a population, and where nothing is appraised.',
  })
  ratePercent!: string | null;

  @Field(() => BoundsType, { nullable: true, description: 'What the unknowns leave open; null without a population.' })
  bounds!: PrintedBounds | null;

  @Field(() => TargetType, {
    nullable: true,
    description: "The unit's own target, else the country's; null where neither is loaded.",
  })
  target!: Target | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description: '`target.percent`, beside the rate; null without a target.',
  })
  targetPercent!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The smallest number of units that is at least the target: 70 % of 25 is 18. Null without a target or a population, as are allowance, surplus and both shortfalls.',
  })
  requiredCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many units may fail: total − requiredCount. It makes provinces of different size comparable.',
  })
  allowance!: number | null;

  @Field(() => Int, { nullable: true, description: 'Units met beyond `requiredCount`; 0 where it is not reached.' })
  surplus!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Units missing if all unknowns fail. Provinces' shortfalls do not add up to the country's.",
  })
  shortfall!: number | null;

  @Field(() => Int, { nullable: true, description: 'Units missing even if all unknowns pass.' })
  shortfallIfUnknownsPass!: number | null;

  @Field(() => UnitsToChangeType, {
    nullable: true,
    description: 'What would change the verdict; null without a target or a population.',
  })
  unitsToChange!: UnitsToChange | null;

  @Field(() => VerdictEnum, { description: 'Decided in units, never by the printed percent.' })
  verdict!: AttainmentVerdict;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Tells "not yet" from "missed": the year asked is the due year or later, and `@asOf(knownOn:)` (else today) lies after the due day. Null without a target.',
  })
  duePassed!: boolean | null;

  @Field(() => decimalScalar, {
    nullable: true,
    description:
      'Actual % ÷ target %, as official reports print it: 78 of 80 is "97.5". Not a rate. Null without a target above 0, without a population, and where nothing is appraised.',
  })
  attainmentPercent!: string | null;

  @Field(() => PaceType, {
    nullable: true,
    description: 'Null without a target, without a population, and where nothing is appraised.',
  })
  pace!: () => Pace | null;

  @Field(() => PaceStatusEnum, { nullable: true, description: 'Null without a target or a population.' })
  paceStatus!: PaceStatus | null;

  @Field(() => Int, {
    nullable: true,
    description: 'With LOST: the latest earlier year in which the target was attained; else null.',
  })
  attainedInYear!: number | null;

  @Field(() => ProjectionType, {
    nullable: true,
    description: 'Null from the due year on, without a target, and without a comparable baseline.',
  })
  projection!: () => Projection | null;

  @Field(() => CautionType, { description: 'How far small numbers can be trusted.' })
  caution!: () => Caution;

  @Field(() => OriginEnum, { description: 'Of all counts of this answer.' })
  origin!: Origin;

  @Field(() => MethodType, { description: 'The formulas that made this answer.' })
  method!: MethodType;

  /** Not shown: resolvers of `answer` and `explanation` ask with it. */
  explained!: () => Explained;
}
