export { GEOGRAPHY_POLICIES } from './access-policy';
export { createGeographySchema } from './graph';
export { GEOGRAPHY_ROLES, startGeography } from './subgraph';
