import { LANGUAGE_ARGUMENT, Language, Level, SpeakingError } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { UnitRow } from '../administrative-unit/administrative-unit.repository';
import { checkMapLoaded } from '../administrative-unit/find-unit';
import type { GeographyContext } from '../request-context';
import { readSearchText } from './search-reading';
import { composeLine } from './unit-line';
import { UnitMatch, UnitMatchKind } from './unit-match';

const MOST_MATCHES = 50;
const KINDS = Object.values(UnitMatchKind);

@Resolver(() => UnitMatch)
export class UnitMatchResolver {
  @Query(() => [UnitMatch], {
    nullable: true,
    description:
      'Units by name or code, as people type them: without marks, in part, with small errors, with their kind ("tp hue") or what they lie in ("Tân Lập, Đồng Hỷ"). Names that have ended lead to the units of `@asOf(map:)`.',
  })
  async searchUnits(
    @Arg('text', () => String, { description: 'A name or a code, of 2 to 100 characters; else BAD_USER_INPUT.' })
    text: string,
    @Arg('level', () => Level, { nullable: true, description: 'Only units of this level; null for all.' }) level:
      | Level
      | null
      | undefined,
    @Arg('first', () => Int, { defaultValue: 10, description: `Matches, 1 to ${MOST_MATCHES}; else PAGE_TOO_LARGE.` })
    first: number,
    @Ctx() { asOf, firstMapDay, unitSearch }: GeographyContext,
  ): Promise<Pick<UnitMatch, 'unitId'>[]> {
    if (first < 1 || first > MOST_MATCHES) {
      throw new SpeakingError('PAGE_TOO_LARGE', `first: ${first} – a search gives 1 to ${MOST_MATCHES} matches.`);
    }
    const question = readSearchText(text);
    checkMapLoaded(asOf.map, firstMapDay);
    const rows = await unitSearch.findUnitsByText(question, level ?? null, asOf.map, first);
    return rows.map(({ fit, ...row }) => ({ ...row, kind: KINDS[fit] }));
  }

  @FieldResolver(() => AdministrativeUnit, { description: 'The unit, or the main successor of one that has ended.' })
  unit(@Root() { unitId }: UnitMatch, @Ctx() { loaders }: GeographyContext): Promise<UnitRow | null> {
    return loaders.unitById.load(unitId);
  }

  @FieldResolver(() => String, {
    description: '"Xã Tân Lập – huyện Đồng Hỷ – tỉnh Thái Nguyên": with what it lies in.',
  })
  async line(
    @Root() { unitId }: UnitMatch,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
    @Ctx() { loaders }: GeographyContext,
  ): Promise<string> {
    const unit = await loaders.unitById.load(unitId);
    const above = [unit?.parentId, unit?.provinceId].filter((id) => id != null && id !== 'VN');
    const units = [unit, ...(await loaders.unitById.loadMany([...new Set(above)] as string[]))] as UnitRow[];
    if (language === Language.EN) return units.map(({ fullNameEn }) => fullNameEn).join(' – ');
    return composeLine(units.map(({ fullNameVi }) => fullNameVi));
  }

  @FieldResolver(() => [AdministrativeUnit], {
    description: 'Where the unit that was found has ended: all units of the map that it went into, as far as is known.',
  })
  async successors(@Root() { successorIds }: UnitMatch, @Ctx() { loaders }: GeographyContext): Promise<UnitRow[]> {
    return (await loaders.unitById.loadMany(successorIds)) as UnitRow[];
  }
}
