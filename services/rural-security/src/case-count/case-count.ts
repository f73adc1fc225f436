import { Level, Origin } from '@tieuchi/subgraph-kit';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';

@InputType({
  description: 'How many cases a locality had in a year. A correction is another one with `expectedCases`.',
})
export class CaseCountInput {
  @Field({
    description:
      'Its code: "19". On the map of the last day of the year, or on the closing map of the programme where that is earlier; in years before the first map, on that one.',
  })
  unitCode!: string;

  @Field(() => Level, { nullable: true, description: 'Where the code alone leaves it open.' })
  level?: Level | null;

  @Field(() => ID, { description: 'An id of `indicators` whose shape is cases: "social-order-offences".' })
  indicator!: string;

  @Field(() => Int, { description: 'A calendar year (an inference): the base year of the target or a later one.' })
  year!: number;

  @Field(() => Int, { description: '0 or more. A count that is not known is not entered.' })
  cases!: number;

  @Field({ description: 'The paper or report that says so, in Vietnamese.' })
  source!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The count that is being corrected, as it was read; left out for the first.',
  })
  expectedCases?: number | null;
}

@ObjectType({ description: 'Cases of a locality in a year, as they are kept.' })
export class CaseCount {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The locality.' })
  unit!: AdministrativeUnit;

  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => Int, { description: '0 or more.' })
  cases!: number;

  @Field({ description: 'The paper or report that says so, in Vietnamese.' })
  source!: string;

  @Field(() => Origin, { description: 'Where the entry comes from.' })
  origin!: Origin;
}
