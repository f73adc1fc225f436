export { MODEL_WARD_POLICIES } from './access-policy';
export { createModelWardSchema } from './graph';
export { MODEL_WARD_ROLES, startModelWard } from './subgraph';
