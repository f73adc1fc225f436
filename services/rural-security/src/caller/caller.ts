import { Role } from '@tieuchi/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';

@ObjectType({ description: 'Whoever asks, as the token names them.' })
export class Caller {
  @Field(() => String, { description: 'The name that the audit keeps; "anonymous" without a token.' })
  subject!: string;

  @Field(() => Role, { description: 'What they may see and do.' })
  role!: Role;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The role holds there and below. As it is on the map of `@asOf(map:)`, else as it was nearest to it.',
  })
  unit!: AdministrativeUnit;
}
