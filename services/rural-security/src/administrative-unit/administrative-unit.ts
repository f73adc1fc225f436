import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Geography owns units; this service adds what was assessed, to all levels at once. */
@ObjectType()
@Directive('@key(fields: "id")')
@Directive('@interfaceObject')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;
}
