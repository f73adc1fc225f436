import { decimalScalar } from '@tieuchi/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import type { Caution } from '../caution';

@ObjectType('AttainmentCaution', { description: 'For reading small numbers; never part of the verdict.' })
export class CautionType implements Caution {
  @Field(() => decimalScalar, {
    nullable: true,
    description:
      'Lower end, in percent, of the 95 % Wilson interval over the appraised units alone, not over `total`; null where none is appraised.',
  })
  wilsonLowPercent!: string | null;

  @Field(() => decimalScalar, { nullable: true, description: 'Upper end of that interval, rounded up.' })
  wilsonHighPercent!: string | null;

  @Field({ description: 'Fewer than ten units in the population.' })
  smallDenominator!: boolean;
}
