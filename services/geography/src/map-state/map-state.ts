import { dateScalar } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Which loaded state of the administrative map answers for the day of `@asOf(map:)`.' })
export class MapState {
  @Field(() => dateScalar, { description: 'The day asked about.' })
  day!: string;

  @Field(() => dateScalar, { description: 'The loaded state that answers: the last one on or before that day.' })
  answeredBy!: string;

  @Field({
    description:
      'False between two loaded states where changes on the way are not loaded: then the earlier state answers for the day.',
  })
  mapExact!: boolean;

  @Field(() => Int, { description: 'Provinces and centrally-run cities on that day.' })
  provinces!: number;
}
