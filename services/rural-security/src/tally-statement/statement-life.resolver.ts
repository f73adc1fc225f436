import { refuseUnstorableText, UserError, withUserErrors } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import {
  DraftTallyStatementInput,
  ReceiveTallyStatementInput,
  ReturnTallyStatementInput,
  SignTallyStatementInput,
} from './statement-input';
import { TallyStatement } from './tally-statement';

@ObjectType({ description: 'What became of a statement.' })
export class TallyStatementPayload {
  @Field(() => TallyStatement, { nullable: true, description: 'As it stands now; null where nothing was done.' })
  statement!: TallyStatement | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

const ANY_STEP = 'STATEMENT_NOT_FOUND, FORBIDDEN, STALE_VERSION, WRONG_STATE';

@Resolver()
export class StatementLifeResolver {
  @Mutation(() => TallyStatementPayload, {
    description:
      'Counts what a level has of an indicator in a year, to be signed; or counts its draft anew. After one that was received or returned it begins another. User errors: INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, WINDOW_NOT_OPEN, MAP_NOT_LOADED, UNIT_NOT_FOUND, INDICATOR_NOT_COUNTED, NOT_IN_POPULATION, FORBIDDEN, STALE_VERSION, WRONG_STATE.',
  })
  draftTallyStatement(
    @Arg('input', () => DraftTallyStatementInput, { description: 'Whose books.' }) input: DraftTallyStatementInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<TallyStatementPayload> {
    const { indicator: indicatorId, map = null, expectedVersion = null, ...unit } = input;
    return answer(context, async () => {
      refuseUnstorableText(input);
      return context.statementDesk.draft({ ...unit, indicatorId, map }, expectedVersion);
    });
  }

  @Mutation(() => TallyStatementPayload, {
    description: `Closes the books: the counts of the draft, as they were read, with the paper. For a RECOGNISER of the unit. User errors: ${ANY_STEP}, DOCUMENT_NOT_FOUND, BAD_USER_INPUT.`,
  })
  signTallyStatement(
    @Arg('input', () => SignTallyStatementInput, { description: 'Which, and by what paper.' })
    { documentId, signer, ...reference }: SignTallyStatementInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<TallyStatementPayload> {
    return answer(context, async () => {
      await context.statementDesk.sign(reference, documentId, signer);
      return reference.statementId;
    });
  }

  @Mutation(() => TallyStatementPayload, {
    description: `Takes a signed statement; nobody takes what they signed. For MINISTRY. User errors: ${ANY_STEP}, OWN_SUBMISSION.`,
  })
  receiveTallyStatement(
    @Arg('input', () => ReceiveTallyStatementInput, { description: 'Which.' }) input: ReceiveTallyStatementInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<TallyStatementPayload> {
    return answer(context, async () => {
      await context.statementDesk.receive(input);
      return input.statementId;
    });
  }

  @Mutation(() => TallyStatementPayload, {
    description: `Sends a statement back with a reason; then the level draws up another. For MINISTRY. User errors: ${ANY_STEP}, REASON_REQUIRED.`,
  })
  returnTallyStatement(
    @Arg('input', () => ReturnTallyStatementInput, { description: 'Which, and why.' })
    { reason, ...reference }: ReturnTallyStatementInput,
    @Ctx() context: RuralSecurityContext,
  ): Promise<TallyStatementPayload> {
    return answer(context, async () => {
      await context.statementDesk.return(reference, reason);
      return reference.statementId;
    });
  }
}

async function answer(context: RuralSecurityContext, step: () => Promise<string>): Promise<TallyStatementPayload> {
  const { value: id, userErrors } = await withUserErrors(step);
  const row = id === null ? null : await context.statements.findStatement(id);
  return { statement: row, userErrors };
}
