import { dateScalar } from '@tieuchi/subgraph-kit';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum UnitMatchKind {
  CODE = 'CODE',
  NAME = 'NAME',
  PREFIX = 'PREFIX',
  WORD_PREFIX = 'WORD_PREFIX',
  SIMILAR = 'SIMILAR',
}

registerEnumType(UnitMatchKind, {
  name: 'UnitMatchKind',
  description:
    'How a typed text fits a unit, best first: its code, its name, the beginning of the name or of a word in it, similar letters.',
});

@ObjectType({ description: 'A unit that a typed text may mean.' })
export class UnitMatch {
  @Field(() => UnitMatchKind)
  kind!: UnitMatchKind;

  @Field({
    description:
      'The full name that the text fits: that of the unit, or an earlier name, or that of a unit that went into it.',
  })
  matchedName!: string;

  @Field({ description: 'That name with what the unit lay in while it bore it: homonyms differ here.' })
  matchedLine!: string;

  @Field(() => dateScalar, {
    nullable: true,
    description: 'Last day on which that name held; null where the unit bears it on the map.',
  })
  matchedOn!: string | null;

  @Field({ description: 'False: the unit has ended, and no single successor of its level is known.' })
  holdsOnMap!: boolean;

  unitId!: string;
  successorIds!: readonly string[];
}
