import { createConnectionClass } from '@tieuchi/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { ModelWard } from './model-ward';

@ObjectType({ description: 'A ward whose police is registered for the pilot, or was.' })
export class ModelWardEntry {
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The ward; as it is on the map of `@asOf(map:)`, else as it was nearest to it.',
  })
  unit!: AdministrativeUnit;

  @Field(() => ModelWard, { description: 'What is recorded of its police.' })
  modelWard!: ModelWard;
}

export const ModelWardEntryConnection = createConnectionClass(ModelWardEntry, 'ModelWardEntry');
