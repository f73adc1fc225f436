export { createAttainmentSchema, createAttainmentSubgraph } from './attainment/subgraph/attainment.subgraph';
export { ATTAINMENT_FIELDS } from './attainment/subgraph/field-policy';
export { type GatewayOptions, type RunningGateway, startGateway } from './gateway';
export { createDevelopmentIssuer, type DevelopmentIssuer } from './identity/development-issuer';
export { createTokenVerifier, type TokenVerifier } from './identity/token-verifier';
export type { OperationMode } from './operations/admission';
export { accessInProcess } from './subgraph-access/in-process';
export { accessOverHttp } from './subgraph-access/over-http';
export type { SubgraphAccess } from './subgraph-access/subgraph-access';
