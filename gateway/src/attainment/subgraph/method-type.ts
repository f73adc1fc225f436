import { Field, ID, ObjectType } from 'type-graphql';
import type { Method } from '../attainment';

@ObjectType('AttainmentMethod', { description: 'Which formulas made an answer.' })
export class MethodType implements Method {
  @Field(() => ID, { description: 'Names the formulas: "attainment-linear".' })
  id!: string;

  @Field({ description: 'Raised by every change that can change an answer.' })
  version!: string;
}
