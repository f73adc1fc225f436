export { type DatabasePlace, openDatabasePlace, SERVICE_ROLES } from './database-place';
export { type DrillOptions, type DrillReport, drill } from './drill/drill';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/embedded-postgres';
export { readSecrets, type Secrets } from './secret';
export { type Services, type ServicesOptions, startServices, startServicesOnPlace } from './services';
export { type Standalone, type StandaloneOptions, startOnPlace, startStandalone } from './standalone';
