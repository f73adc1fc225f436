import { Level } from '@tieuchi/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { UnitRow } from '../administrative-unit/administrative-unit.repository';
import type { GeographyContext } from '../request-context';
import { Succession } from './succession';
import type { SuccessionRow } from './succession.repository';

@Resolver(() => AdministrativeUnit)
export class SuccessionResolver {
  @FieldResolver(() => [Succession], {
    description: 'The units that this one was made from, wholly or in part; see `linksComplete`.',
  })
  async predecessors(@Root() unit: UnitRow, @Ctx() context: GeographyContext): Promise<Succession[]> {
    const links = await context.loaders.linksBySuccessorId.load(unit.id);
    return present(links, (link) => link.predecessorId, unit, context);
  }

  @FieldResolver(() => [Succession], {
    description: 'The units that this one went into, wholly or in part; see `linksComplete`.',
  })
  async successors(@Root() unit: UnitRow, @Ctx() context: GeographyContext): Promise<Succession[]> {
    const links = await context.loaders.linksByPredecessorId.load(unit.id);
    return present(links, (link) => link.successorId, unit, context);
  }
}

async function present(
  links: readonly SuccessionRow[],
  otherEnd: (link: SuccessionRow) => string,
  { level }: UnitRow,
  { loaders }: GeographyContext,
): Promise<Succession[]> {
  const units = await loaders.unitById.loadMany(links.map(otherEnd));
  return links.map((link, index) => ({
    unit: units[index] as UnitRow,
    kind: link.kind,
    effectiveOn: link.effectiveOn,
    decision: link.decision,
    isMain: link.isMain,
    // provinces merge whole and by law; below them it depends on what was imported
    linksComplete: level === Level.PROVINCE || link.linksComplete,
  }));
}
