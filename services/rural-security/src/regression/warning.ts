import { SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a regulation says may follow. It is never computed: the papers decide.' })
export class Warning {
  @Field({ description: 'For programs: "NTM_REVOCATION_COMMUNE".' })
  code!: string;

  @Field({ description: 'The paper that the rule stands in, and where we read it, in Vietnamese.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How sure it is that the rule says so.' })
  status!: SourceStatus;

  /** Not shown: the resolver of `message` chooses among them. */
  messageVi!: string;

  messageEn!: string;
}
