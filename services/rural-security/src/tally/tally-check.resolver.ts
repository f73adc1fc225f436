import { withUserErrors } from '@tieuchi/subgraph-kit';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { RecountPayload, TallyCheck } from './tally-check';

@Resolver()
export class TallyCheckResolver {
  @Query(() => TallyCheck, {
    nullable: true,
    description:
      'Compares every kept tally with a count from scratch, as known now; `@asOf` changes nothing. For the roles MINISTRY and ADMIN of the whole country. Error: FORBIDDEN.',
  })
  tallyCheck(@Ctx() { tallyChecks }: RuralSecurityContext): Promise<TallyCheck> {
    return tallyChecks.check();
  }

  @Mutation(() => RecountPayload, {
    description:
      'Counts all tallies anew from the rows. For the roles MINISTRY and ADMIN of the whole country. User error: FORBIDDEN.',
  })
  async recountTallies(@Ctx() { tallyChecks }: RuralSecurityContext): Promise<RecountPayload> {
    const { value, userErrors } = await withUserErrors(() => tallyChecks.recount());
    return { counted: value, userErrors };
  }
}
