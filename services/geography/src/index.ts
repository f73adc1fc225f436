export { GEOGRAPHY_POLICIES } from './access-policy';
export { GEOGRAPHY_FIELDS } from './field-policy';
export { createGeographySchema } from './graph';
export { GEOGRAPHY_ROLES, startGeography } from './subgraph';
