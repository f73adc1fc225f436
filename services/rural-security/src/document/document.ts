import { dateScalar, Origin } from '@tieuchi/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A paper (văn bản) that results, confirmations, rules or targets rest on. It is kept by what names it; a file is not needed.',
})
export class Document {
  @Field(() => ID, { description: 'Opaque; stays the same when the entry is corrected.' })
  id!: string;

  @Field({ description: 'As printed: "926/QĐ-TTg".' })
  number!: string;

  @Field(() => dateScalar, { description: 'The day it was issued.' })
  issuedOn!: string;

  @Field({ description: 'Who issued it, in Vietnamese: "Thủ tướng Chính phủ".' })
  issuer!: string;

  @Field(() => String, { nullable: true, description: 'Who signed it; null where it is not known.' })
  signer!: string | null;

  @Field({ description: 'Its title, in Vietnamese.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it says, shortly (trích yếu); null where nobody wrote it.',
  })
  abstract!: string | null;

  @Field(() => String, { nullable: true, description: 'The file of it, at `/evidence/<sha256>`; null without one.' })
  sha256!: string | null;

  @Field(() => Origin, { description: 'Where the entry comes from.' })
  origin!: Origin;
}
