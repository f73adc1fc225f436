import { dateScalar } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AttainmentType, type ShownAttainment } from './attainment-type';

export enum SeriesBreak {
  OTHER_UNITS = 'OTHER_UNITS',
  OTHER_CRITERIA = 'OTHER_CRITERIA',
}
registerEnumType(SeriesBreak, {
  name: 'SeriesBreak',
  description: 'Why a year does not continue the year before: no line is drawn across.',
  valuesConfig: {
    OTHER_UNITS: { description: 'The units that are counted are those of another state of the map.' },
    OTHER_CRITERIA: { description: 'Another criteria set judges.' },
  },
});

@ObjectType({ description: 'One assessment year of a series.' })
export class AttainmentPoint {
  @Field(() => Int, { description: 'The assessment year.' })
  year!: number;

  @Field(() => dateScalar, { description: 'The day whose units are counted.' })
  countedOn!: string;

  @Field(() => [SeriesBreak], { description: 'Why it does not continue the year before; empty where it does.' })
  breaks!: SeriesBreak[];

  @Field(() => AttainmentType, {
    nullable: true,
    description: 'Null where the units of that year cannot be grouped under this unit.',
  })
  attainment!: ShownAttainment | null;
}
