export { RURAL_SECURITY_POLICIES } from './access-policy';
export { createRuralSecuritySchema } from './graph';
export { printProgrammeSchema } from './programme/programme-file';
export { RURAL_SECURITY_ROLES, startRuralSecurity } from './subgraph';
