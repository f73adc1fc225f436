import { type Day, dateScalar, LANGUAGE_ARGUMENT, Language } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Indicator } from '../indicator/indicator';
import type { RuralSecurityContext } from '../request-context';
import { Programme } from './programme';
import { findProgrammeInForce } from './programme-in-force';

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Query(() => [Programme], {
    nullable: true,
    description: 'All programmes that are loaded, in the order of their ids.',
  })
  programmes(@Ctx() { programmes }: RuralSecurityContext): Promise<Programme[]> {
    return programmes.findProgrammes();
  }

  @Query(() => Programme, {
    nullable: true,
    description:
      'The default programme of a day: the one whose term, `validFrom` to `validTo`, holds it; of several the one that began last. Null between two terms: standards without an end hold beside programmes.',
  })
  async programmeInForce(
    @Arg('on', () => dateScalar, { nullable: true, description: 'Default: today in Vietnam.' }) on: Day | null,
    @Ctx() { programmes, asOf }: RuralSecurityContext,
  ): Promise<Programme | null> {
    return findProgrammeInForce(await programmes.findProgrammes(), on ?? asOf.today);
  }

  @FieldResolver(() => String, { description: 'The English one is translated by us.' })
  title(
    @Root() { titleVi, titleEn }: Programme,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.EN ? titleEn : titleVi;
  }

  @FieldResolver(() => [Indicator], { description: 'In the order of the programme.' })
  indicators(@Root() { id }: Programme, @Ctx() { loaders }: RuralSecurityContext): Promise<Indicator[]> {
    return loaders.indicatorsByProgrammeId.load(id);
  }
}
