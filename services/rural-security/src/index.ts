export { createRuralSecuritySchema } from './graph';
export { RURAL_SECURITY_ROLES, startRuralSecurity } from './subgraph';
