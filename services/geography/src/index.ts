export { createGeographySchema } from './graph';
export { GEOGRAPHY_ROLES, startGeography } from './subgraph';
