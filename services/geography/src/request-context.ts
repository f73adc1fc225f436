import {
  batchMany,
  batchOne,
  createRequestContext,
  type Database,
  type Day,
  type InternalIdentity,
  type Level,
  loaderByArguments,
  type RequestContext,
} from '@tieuchi/subgraph-kit';
import { AdministrativeUnitRepository } from './administrative-unit/administrative-unit.repository';
import { MapStateRepository } from './map-state/map-state.repository';
import { SuccessionRepository } from './succession/succession.repository';
import { UnitSearchRepository } from './unit-search/unit-search.repository';

export interface GeographyContext extends RequestContext {
  readonly units: AdministrativeUnitRepository;
  readonly unitSearch: UnitSearchRepository;
  readonly mapStates: MapStateRepository;
  readonly loaders: ReturnType<typeof createLoaders>;
  /** The first day of which a map is loaded. */
  readonly firstMapDay: Day;
}

export function createGeographyContext(
  database: Database,
  firstMapDay: Day,
  identity: InternalIdentity,
): GeographyContext {
  const context = createRequestContext(identity);
  const units = new AdministrativeUnitRepository(database, context.actor);
  const successions = new SuccessionRepository(database, context.actor);
  const unitSearch = new UnitSearchRepository(database, context.actor);
  const mapStates = new MapStateRepository(database, context.actor);
  return {
    units,
    unitSearch,
    mapStates,
    firstMapDay,
    ...context,
    loaders: createLoaders(units, successions, context.asOf.map),
  };
}

function createLoaders(units: AdministrativeUnitRepository, successions: SuccessionRepository, map: Day) {
  return {
    unitById: batchOne(
      (ids: readonly string[]) => units.findUnitsByIds(ids, map),
      (unit) => unit.id,
    ),
    childrenByParentId: loaderByArguments(({ level }: { level: Level }) =>
      batchMany(
        (ids: readonly string[]) => units.findChildrenByParentIds(ids, level, map),
        (unit) => unit.parentId as string,
      ),
    ),
    communesByAncestorId: loaderByArguments(({ first, after }: { first: number; after: string | null }) =>
      batchMany(
        (ids: readonly string[]) => units.findCommunePages(ids, map, first + 1, after),
        (commune) => commune.ancestorId,
      ),
    ),
    communeCountByAncestorId: batchOne(
      (ids: readonly string[]) => units.countCommunes(ids, map),
      (row) => row.ancestorId,
    ),
    linksByPredecessorId: batchMany(
      (ids: readonly string[]) => successions.findLinksByPredecessorIds(ids),
      (link) => link.predecessorId,
    ),
    linksBySuccessorId: batchMany(
      (ids: readonly string[]) => successions.findLinksBySuccessorIds(ids),
      (link) => link.successorId,
    ),
  };
}
