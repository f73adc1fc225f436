export { createRuralSecuritySchema } from './graph';
export { RURAL_SECURITY_ROLES, type RuralSecurityOptions, startRuralSecurity } from './subgraph';
