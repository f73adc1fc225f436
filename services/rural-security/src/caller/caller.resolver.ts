import { Ctx, Query, Resolver } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { Caller } from './caller';

@Resolver()
export class CallerResolver {
  @Query(() => Caller, {
    nullable: true,
    description: 'Who asks, so that a page can say for whom it works. UNAUTHENTICATED without a sign-in.',
  })
  caller(@Ctx() { actor: { subject, role, scope } }: RuralSecurityContext): Caller {
    return { subject, role, unit: { id: scope } };
  }
}
