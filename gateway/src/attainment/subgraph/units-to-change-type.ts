import { Field, Int, ObjectType } from 'type-graphql';
import type { UnitsToChange } from '../units-to-change';

@ObjectType('UnitsToChange', {
  description:
    'How many units would change the verdict. Which ones lie nearest: `assessments` in the order MISSING_ITEMS; which are at risk: `communesAtRisk`.',
})
export class UnitsToChangeType implements UnitsToChange {
  @Field(() => Int, {
    description: 'The smallest number of units that would have to be met besides; 0 where the target is attained.',
  })
  toAttain!: number;

  @Field(() => Int, {
    description: 'Of those, how many can be units without a result: the others were appraised as not met.',
  })
  toAttainFromUnknown!: number;

  @Field(() => Int, {
    description: 'Of those, how many must come from units that are not met, whatever the unknowns are.',
  })
  toAttainFromNotMet!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The smallest number of met units whose loss would lose the target; null while it is not attained.',
  })
  toLose!: number | null;
}
