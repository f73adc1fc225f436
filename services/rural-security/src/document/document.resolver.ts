import {
  type Connection,
  checkPageSize,
  createConnection,
  createConnectionClass,
  dateScalar,
  decodeCursor,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
  UserError,
  withUserErrors,
} from '@tieuchi/subgraph-kit';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { Document } from './document';

@InputType({ description: 'What names a paper.' })
export class DocumentInput {
  @Field({ description: 'As printed: "926/QĐ-TTg".' })
  number!: string;

  @Field(() => dateScalar, { description: 'The day it was issued.' })
  issuedOn!: string;

  @Field({ description: 'Who issued it, in Vietnamese.' })
  issuer!: string;

  @Field(() => String, { nullable: true, description: 'Who signed it.' })
  signer?: string | null;

  @Field({ description: 'Its title, in Vietnamese.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it says, shortly (trích yếu).' })
  abstract?: string | null;

  @Field(() => String, { nullable: true, description: 'Its file, sent with PUT /evidence/<sha256>.' })
  sha256?: string | null;
}

@ObjectType({ description: 'What became of a paper.' })
export class DocumentPayload {
  @Field(() => Document, { nullable: true, description: 'As it is kept; null where nothing was done.' })
  document!: Document | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

const DocumentConnection = createConnectionClass(Document, 'Document');

/** The count is asked for by itself, because it costs a statement. */
interface DocumentPage extends Connection<Document> {
  readonly text: string | null;
}

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => DocumentConnection, {
    nullable: true,
    description: 'The registry of papers, newest first. Errors: PAGE_TOO_LARGE, BAD_USER_INPUT.',
  })
  async documents(
    @Arg('first', () => Int, { ...PAGE_SIZE_ARGUMENT, defaultValue: 50 }) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null,
    @Arg('text', () => String, { nullable: true, description: 'Found in number, title, issuer or abstract.' })
    text: string | null,
    @Ctx() { documents }: RuralSecurityContext,
  ): Promise<DocumentPage> {
    const rows = await documents.findPage(text ?? null, checkPageSize(first), decodeCursor(after));
    return { ...createConnection(rows, first, ({ issuedOn, id }) => `${issuedOn} ${id}`), text: text ?? null };
  }

  @Mutation(() => DocumentPayload, {
    description: 'Enters a paper into the registry. User errors: BAD_USER_INPUT, EVIDENCE_NOT_FOUND, FORBIDDEN.',
  })
  async recordDocument(
    @Arg('input', () => DocumentInput, { description: 'The paper.' }) input: DocumentInput,
    @Ctx() { documents }: RuralSecurityContext,
  ): Promise<DocumentPayload> {
    const { value, userErrors } = await withUserErrors(async () => documents.record(input));
    return { document: value, userErrors };
  }
}

@Resolver(() => DocumentConnection)
export class DocumentConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { text }: DocumentPage, @Ctx() { documents }: RuralSecurityContext): Promise<number> {
    return documents.count(text);
  }
}
