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
  description: "How much of a unit went into another, by the notes of the statistics office's conversion table.",
  valuesConfig: {
    UNCHANGED: { description: 'It went on alone and undivided, with its name and kind (giữ nguyên).' },
    RENAMED_OR_RETYPED: { description: 'It went on alone and undivided, under another name or kind.' },
    WHOLE: { description: 'All of it joined others (toàn bộ).' },
    PARTIAL: { description: 'A part of land and people (một phần), or all of the land but not all people.' },
    PARTIAL_AREA_ONLY: { description: 'A part of the land, nobody of the people (một phần diện tích).' },
    PARTIAL_AREA_ALL_POPULATION: { description: 'A part of the land with all people.' },
    PARTIAL_POPULATION: { description: 'A part of the people (một phần dân số).' },
  },
});

@ObjectType({ description: 'One step of lineage: a unit that another went into, or came from.' })
export class Succession {
  @Field(() => AdministrativeUnit, {
    description: 'The unit at the other end; one that does not hold on the map is shown as it was nearest to it.',
  })
  unit!: object;

  @Field(() => SuccessionKind, { nullable: true, description: 'Null until the conversion table is imported.' })
  kind!: SuccessionKind | null;

  @Field(() => dateScalar, { description: 'First day of the new units.' })
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'Number of the resolution; null where it is not loaded.' })
  decision!: string | null;

  @Field({
    description:
      'Whether the successor is the main one of its predecessor: as the reference data names it, else where most of it went.',
  })
  isMain!: boolean;

  @Field({ description: 'False: only main successors are known here; splits are missing.' })
  linksComplete!: boolean;
}
