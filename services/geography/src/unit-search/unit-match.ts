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
  description: 'How a typed text fits a unit, best first. Marks and case do not count.',
  valuesConfig: {
    CODE: { description: 'It is the code of the unit: "19".' },
    NAME: { description: 'It is the whole name.' },
    PREFIX: { description: 'The name begins with it.' },
    WORD_PREFIX: { description: 'A later word of the name begins with it.' },
    SIMILAR: { description: 'The name has similar letters: a slip of the keys.' },
  },
});

@ObjectType({ description: 'A unit that a typed text may mean.' })
export class UnitMatch {
  @Field(() => UnitMatchKind, { description: 'How the text fits `matchedName`, or the code.' })
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
