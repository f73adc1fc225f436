export { createModelWardSchema } from './graph';
export { MODEL_WARD_ROLES, type ModelWardOptions, startModelWard } from './subgraph';
