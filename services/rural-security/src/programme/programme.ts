import { type Day, dateScalar, SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A paper that a programme rests on.' })
export class ProgrammePaper {
  @Field({ description: 'As it is cited: "926/QĐ-TTg".' })
  number!: string;

  @Field(() => dateScalar, { nullable: true, description: 'The day it was signed; null where no source shows it.' })
  date!: Day | null;

  @Field({ description: 'Who issued it, in Vietnamese.' })
  issuer!: string;

  @Field(() => String, { nullable: true, description: 'In Vietnamese; null where no source shows it.' })
  title!: string | null;

  @Field(() => SourceStatus, { description: 'How sure number, date and issuer are.' })
  status!: SourceStatus;
}

@ObjectType({ description: 'A programme that evaluates units by criteria, as its file says: a new one needs no code.' })
export class Programme {
  @Field(() => ID, { description: 'Stable: "ntm-2021-2025".' })
  id!: string;

  titleVi!: string;

  titleEn!: string;

  @Field(() => dateScalar, { nullable: true, description: 'First day on which it holds; null where it is not known.' })
  validFrom!: Day | null;

  @Field(() => dateScalar, {
    nullable: true,
    description: 'Last day; null for a standard without an end, which is never the default programme.',
  })
  validTo!: Day | null;

  @Field(() => dateScalar, { nullable: true, description: 'The map that it was closed on; null where it was not.' })
  closingMap!: Day | null;

  @Field(() => String, { nullable: true, description: 'What the sources leave open, in Vietnamese.' })
  note!: string | null;

  @Field({ description: 'True: an imported file stands before the shipped one.' })
  isImported!: boolean;

  @Field(() => [ProgrammePaper], { description: 'The papers that it rests on.' })
  legalBasis!: ProgrammePaper[];
}
