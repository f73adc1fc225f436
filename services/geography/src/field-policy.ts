import { everyone, type FieldPolicy, pagesOf } from '@tieuchi/subgraph-kit';

const UNIT = 'id code level kind validFrom continuityAssumed validTo name fullName parent predecessors successors';

/** Who may read what of the map: it is everybody's. */
export const GEOGRAPHY_FIELDS: readonly FieldPolicy[] = [
  ...everyone({
    AdministrativeUnit: UNIT,
    Country: 'provinces',
    Province: 'region districts communes',
    District: 'communes',
    Succession: 'unit kind effectiveOn decision isMain linksComplete',
    Query: 'country province district commune mapState regions searchUnits',
    MapState: 'day answeredBy mapExact provinces',
    Region: 'id validFrom decision name provinces isComplete provinceIds placeName',
    UnitMatch: 'kind matchedName matchedLine matchedOn holdsOnMap unit line successors',
  }),
  ...pagesOf('Commune'),
];
