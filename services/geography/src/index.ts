export { createGeographySchema } from './graph';
export { GEOGRAPHY_ROLES, type GeographyOptions, startGeography } from './subgraph';
