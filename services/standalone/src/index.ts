export { type DatabasePlace, openDatabasePlace, SERVICE_ROLES } from './database-place';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/embedded-postgres';
export { readSecrets } from './secret';
export { type Standalone, type StandaloneOptions, startStandalone } from './standalone';
