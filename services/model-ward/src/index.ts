export { createModelWardSchema } from './graph';
export { MODEL_WARD_ROLES, startModelWard } from './subgraph';
