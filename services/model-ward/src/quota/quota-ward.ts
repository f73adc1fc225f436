import { createConnectionClass, type Day, dateScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { WardState } from '../pilot-ward/ward-state';
import { QuotaExclusion } from './quota-enums';

@ObjectType({ description: 'A registered ward under a rule: it counts, or there is a reason why it does not.' })
export class QuotaWard {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The ward; it may have ended since.' })
  unit!: AdministrativeUnit;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit that the rule names and the ward lies in, on the map of the rule; null where it names none.',
  })
  under!: AdministrativeUnit | null;

  @Field(() => WardState, { description: 'How far its police has come.' })
  state!: WardState;

  @Field(() => dateScalar, { description: 'The day of its registration.' })
  registeredOn!: Day;

  @Field(() => Int, { nullable: true, description: 'The year of the recognition in force; null without one.' })
  recognisedForYear!: number | null;

  @Field({ description: 'Whether it counts for the rule.' })
  counts!: boolean;

  @Field(() => QuotaExclusion, { nullable: true, description: 'Why it does not count; null where it does.' })
  reason!: QuotaExclusion | null;

  @Field(() => String, { nullable: true, description: 'The reason in a Vietnamese sentence; null where it counts.' })
  sentence!: string | null;

  @Field(() => Origin, { description: 'Where the registration comes from.' })
  origin!: Origin;
}

export const QuotaWardConnection = createConnectionClass(QuotaWard, 'QuotaWard');
