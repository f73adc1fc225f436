import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Geography owns units; this service adds pilot wards and quotas, to all levels at once. */
@ObjectType()
@Directive('@key(fields: "id")')
@Directive('@interfaceObject')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;
}
