import { createConnectionClass } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';

export enum RiskKind {
  CONTENT_FAILING = 'CONTENT_FAILING',
  CONTENT_UNKNOWN = 'CONTENT_UNKNOWN',
  FAILING_AGAIN = 'FAILING_AGAIN',
  LAND_CHANGED = 'LAND_CHANGED',
}

registerEnumType(RiskKind, {
  name: 'RiskKind',
  description: 'Why a unit is at risk.',
  valuesConfig: {
    CONTENT_FAILING: { description: 'It met in the year before, and this content is now appraised as NOT_MET.' },
    CONTENT_UNKNOWN: { description: 'It met in the year before, and the appraisal could not decide this content.' },
    FAILING_AGAIN: { description: 'This content is NOT_MET in both years, which are assessed by the same set.' },
    LAND_CHANGED: {
      description:
        'A reorganisation between the counting days of the two years touched it: they may not be comparable.',
    },
  },
});

@ObjectType({ description: 'One reason why a unit is at risk.' })
export class RiskReason {
  @Field(() => RiskKind, { description: 'What was found.' })
  kind!: RiskKind;

  @Field(() => Int, { nullable: true, description: 'Number of the content; null with LAND_CHANGED.' })
  itemNumber!: number | null;
}

@ObjectType({ description: 'A unit that may lose its result.' })
export class CommuneAtRisk {
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'As it is on the map of `@asOf(map:)`, else as it was nearest to it.',
  })
  unit!: AdministrativeUnit;

  @Field(() => [RiskReason], { description: 'At least one, by kind and number of the content.' })
  reasons!: readonly RiskReason[];
}

export const CommuneAtRiskConnection = createConnectionClass(CommuneAtRisk, 'CommuneAtRisk');
