export { RURAL_SECURITY_POLICIES } from './access-policy';
export { RURAL_SECURITY_FIELDS } from './field-policy';
export { createRuralSecuritySchema } from './graph';
export { printProgrammeSchema } from './programme/programme-file';
export { RURAL_SECURITY_ROLES, startRuralSecurity } from './subgraph';
