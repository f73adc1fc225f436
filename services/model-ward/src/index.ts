export { MODEL_WARD_POLICIES } from './access-policy';
export { printCriteriaSetSchema } from './criteria/criteria-set-file';
export { MODEL_WARD_FIELDS } from './field-policy';
export { createModelWardSchema } from './graph';
export { MODEL_WARD_ROLES, startModelWard } from './subgraph';
