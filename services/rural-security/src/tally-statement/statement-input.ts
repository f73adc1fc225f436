import { type Day, dateScalar, Level } from '@tieuchi/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Whose books are to be closed.' })
export class DraftTallyStatementInput {
  @Field({ description: 'The code of the unit: "19"; "VN" for the country.' })
  unitCode!: string;

  @Field(() => Level, { description: 'Its level: the code alone leaves it open.' })
  level!: Level;

  @Field(() => ID, { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' })
  indicator!: string;

  @Field(() => Int, { description: 'An assessment year that has begun.' })
  year!: number;

  @Field(() => dateScalar, {
    nullable: true,
    description: 'The map that the unit stands on; left out: the one that the year counts.',
  })
  map?: Day | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the draft that is to be counted anew; left out where there is none.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'Which statement, as it was read.' })
export class ReceiveTallyStatementInput {
  @Field(() => ID, { description: 'The id of the statement.' })
  statementId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;
}

@InputType({ description: 'Which statement, and the paper that it stands on.' })
export class SignTallyStatementInput extends ReceiveTallyStatementInput {
  @Field(() => ID, { description: 'A paper of `documents`.' })
  documentId!: string;

  @Field({ description: 'Who signed the paper, with rank or office, in Vietnamese.' })
  signer!: string;
}

@InputType({ description: 'Which statement, and why it goes back.' })
export class ReturnTallyStatementInput extends ReceiveTallyStatementInput {
  @Field({ description: 'In Vietnamese.' })
  reason!: string;
}
