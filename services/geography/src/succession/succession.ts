import { dateScalar } from '@tieuchi/subgraph-kit';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';

export enum SuccessionKind {
  UNCHANGED = 'UNCHANGED',
  RENAMED_OR_RETYPED = 'RENAMED_OR_RETYPED',
  WHOLE = 'WHOLE',
  PARTIAL = 'PARTIAL',
  PARTIAL_AREA_ONLY = 'PARTIAL_AREA_ONLY',
  PARTIAL_AREA_ALL_POPULATION = 'PARTIAL_AREA_ALL_POPULATION',
  PARTIAL_POPULATION = 'PARTIAL_POPULATION',
}

registerEnumType(SuccessionKind, {
  name: 'SuccessionKind',
  description: "How much of a unit went into another, in the words of the statistics office's conversion table.",
});

@ObjectType({ description: 'One step of lineage: a unit that another went into, or came from.' })
export class Succession {
  @Field(() => AdministrativeUnit, { description: 'The unit at the other end.' })
  unit!: object;

  @Field(() => SuccessionKind, { nullable: true, description: 'Null until the conversion table is imported.' })
  kind!: SuccessionKind | null;

  @Field(() => dateScalar)
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'Number of the resolution; null where it is not loaded.' })
  decision!: string | null;

  @Field({ description: 'Whether this is the main successor: where most of the unit went.' })
  isMain!: boolean;

  @Field({ description: 'False: only main successors are known here; splits are missing.' })
  linksComplete!: boolean;
}
