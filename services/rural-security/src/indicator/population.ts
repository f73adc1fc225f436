import { Level, UnitKind } from '@tieuchi/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A set of units that an indicator may be counted over.' })
export class IndicatorPopulation {
  @Field(() => ID, { description: '"ALL_COMMUNES", "RURAL_DISTRICTS".' })
  id!: string;

  @Field(() => Level, { description: 'The level of its units.' })
  level!: Level;

  @Field(() => [UnitKind], {
    nullable: true,
    description: 'The kinds of unit that it counts, on the counting day; null where the list of units is not known.',
  })
  kinds!: UnitKind[] | null;

  @Field({ description: 'Whether it is known which units belong to it; else nothing is counted.' })
  isListed!: boolean;

  @Field({ description: 'Attainment is computed over the default one.' })
  isDefault!: boolean;

  @Field(() => String, { nullable: true, description: 'What is open or assumed about it.' })
  note!: string | null;
}
