import { createFederatedSchema } from '@tieuchi/subgraph-kit';
import { Commune, Country, District, Province } from './administrative-unit/administrative-unit';
import {
  AdministrativeUnitResolver,
  CommuneConnectionResolver,
  CommuneResolver,
  CountryResolver,
  DistrictResolver,
  ProvinceResolver,
} from './administrative-unit/administrative-unit.resolver';
import { GEOGRAPHY_FIELDS } from './field-policy';
import { MapStateResolver } from './map-state/map-state.resolver';
import { RegionResolver } from './region/region.resolver';
import type { GeographyContext } from './request-context';
import { SuccessionResolver } from './succession/succession.resolver';
import { UnitMatchResolver } from './unit-search/unit-match.resolver';

/** The part of the graph that geography serves: everything about place and time. */
export function createGeographySchema() {
  const unitById = ({ id }: { id: string }, { loaders }: GeographyContext) => loaders.unitById.load(id);
  return createFederatedSchema<GeographyContext>({
    resolvers: [
      AdministrativeUnitResolver,
      CountryResolver,
      ProvinceResolver,
      DistrictResolver,
      CommuneResolver,
      CommuneConnectionResolver,
      SuccessionResolver,
      MapStateResolver,
      UnitMatchResolver,
      RegionResolver,
    ],
    orphanedTypes: [Country, Province, District, Commune],
    policies: GEOGRAPHY_FIELDS,
    references: {
      AdministrativeUnit: unitById,
      Country: unitById,
      Province: unitById,
      District: unitById,
      Commune: unitById,
    },
  });
}
