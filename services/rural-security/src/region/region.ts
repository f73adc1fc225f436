import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Geography owns regions; this service adds what was counted in their provinces. */
@ObjectType()
@Directive('@key(fields: "id")')
export class Region {
  @Field(() => ID)
  id!: string;

  @Field(() => [ID])
  @Directive('@external')
  provinceIds!: string[];

  @Field(() => String)
  @Directive('@external')
  placeName!: string;
}
