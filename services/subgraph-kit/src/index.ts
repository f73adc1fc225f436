export { REFUSE_WRITE_SQL, seesUnpublished, UNITS_IN_SCOPE_SQL, WITHIN_SCOPE_SQL } from './access/access-functions';
export { applyPolicies } from './access/apply-policies';
export { describeFieldPolicies } from './access/describe-field-policies';
export { describePolicies } from './access/describe-policies';
export {
  COLLEAGUES,
  everyone,
  type FieldPolicy,
  namesOfPeople,
  only,
  own,
  pagesOf,
  STAFF,
} from './access/field-policy';
export { answeredRequestPolicy, registerPolicies, servicePolicies } from './access/shared-policies';
export type { TablePolicy, WriteAct, Writer } from './access/table-policy';
export { type AsOf, asOfDirective } from './as-of';
export { type AuditHead, type ChainEnd, signHead, type UnsignedHead } from './audit/audit-head';
export { type AuditKeeper, type AuditKeeperOptions, startAuditKeeper } from './audit/audit-keeper';
export { type AuditKey, readAuditKey } from './audit/audit-key';
export { auditSealsSql } from './audit/audit-seals-sql';
export { auditSql, auditTriggers } from './audit/audit-tables';
export { type Act, recordAct, recordDone } from './audit/record-act';
export { batchMany, batchOne, loaderByArguments } from './batch';
export { describePath, type Fault, type Path, type Report, WHOLE_FILE } from './data-file/fault';
export { type DataFileReading, readDataFile } from './data-file/read-data-file';
export { DataVersion, type VersionListener } from './data-version/data-version';
export { dataVersionSql, REGISTER_RAISES_VERSION_SQL } from './data-version/data-version-sql';
export { VERSION_HEADER, VERSIONS_PATH } from './data-version/version-route';
export { Database, type DatabaseOptions, migrate, SEE_TO_COUNT, type Statement } from './database/database';
export { type BulkRows, insertRows } from './database/insert-rows';
export { establishPurpose, INSTALLATION_SQL } from './database/installation';
export { provision, type ServiceRoles, type ServiceUrls } from './database/provision';
export { KEEP_RECORDED_SQL, RECORDING_SQL } from './database/recording';
export { type Day, dayBefore, dayInVietnam, endOfDayInVietnam, isDay } from './day';
export { DEADLINE_HEADER, Deadline, readDeadline } from './deadline';
export * from './deterministic-draw';
export {
  databaseUrlVariable,
  internalKeyVariable,
  portVariable,
  readEnvironment,
  serviceVariables,
  urlVariable,
} from './environment';
export { maskError } from './errors/mask-error';
export { type SpeakingCode, SpeakingError } from './errors/speaking-error';
export { refuseUnstorableText } from './errors/storable-text';
export { type Outcome, UserError, withUserErrors } from './errors/user-error';
export { checkMayReadEvidence, checkMayRecordEvidence } from './evidence/evidence-access';
export { type EvidenceReference, readEvidenceReference } from './evidence/evidence-reference';
export { createEvidenceRoute, EVIDENCE_LIMIT_BYTES } from './evidence/evidence-route';
export { type Evidence, type EvidenceDescription, EvidenceStore } from './evidence/evidence-store';
export { EVIDENCE_SQL } from './evidence/evidence-tables';
export type { EvidenceType } from './evidence/evidence-type';
export { type IsFaithful, keepsSidesOf, keepsSign, printDecimal, type Rounding } from './exact/decimal';
export { type Percent, parsePercent, percentPoints, printPercent } from './exact/percent';
export {
  add,
  ceiling,
  compare,
  divide,
  floor,
  HUNDRED,
  isAtLeast,
  larger,
  multiply,
  ONE,
  type Rational,
  rational,
  smaller,
  subtract,
  ZERO,
} from './exact/rational';
export { requiredCount } from './exact/required-count';
export { firstRoute } from './first-route';
export { createAnswer, createExecutor, type SubgraphExecutor, type SubgraphRequest } from './graphql-executor';
export { parseJson, readBody, readBytes } from './http/http-body';
export { isRepeated } from './http/http-header';
export { answerRefusal } from './http/http-refusal';
export { answerJson, type HttpRoute, listen, type RunningServer, untilGone } from './http/http-server';
export { REQUEST_ID_HEADER, type RequestTrace, TracedRequest, traced, traceHeaders } from './http/request-trace';
export { serve, UPLOAD_LIMIT_BYTES } from './http/serve';
export { type AnswerOnce, createAnswerOnce } from './idempotency/answer-once';
export { ANSWERED_REQUEST_SQL } from './idempotency/answered-request-tables';
export { type Forgetting, forgetOldAnswers } from './idempotency/forget-answers';
export type { IdempotentRequest } from './idempotency/idempotent-request';
export { type Actor, ANONYMOUS, isAnonymous, Role, SYSTEM } from './identity/actor';
export { type InternalIdentity, isRole, signInternalToken, verifyInternalToken } from './identity/internal-token';
export { forbidden, unauthenticated } from './identity/refusal';
export { createTokenSigner } from './identity/token-memory';
export { createLogger, type Logger } from './logger';
export { poolGauge, registerGauges } from './metrics/database-gauges';
export { createMetricsRoute, METRICS_PATH, observeExchanges, SECONDS } from './metrics/exchange-metrics';
export { type Counter, type Gauge, type Histogram, MetricRegistry, type Sample } from './metrics/metric-registry';
export { measureProcess } from './metrics/process-metrics';
export {
  type Connection,
  checkPageSize,
  createConnection,
  createConnectionClass,
  decodeCursor,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
  PageInfo,
} from './pagination/connection';
export {
  type CountedPage,
  createCountedPage,
  createTotalCountResolver,
  type ListShape,
} from './pagination/counted-page';
export { readinessWithin } from './readiness';
export { LINEAGE_SQL } from './register/lineage-sql';
export { followRegister, type RegisterFollower } from './register/register-follower';
export type {
  RegisterLink,
  RegisterMapState,
  RegisterSnapshot,
  RegisterUnitVersion,
} from './register/register-snapshot';
export { REGISTER_PATH, type RegisterSource, registerInProcess, registerOverHttp } from './register/register-source';
export { heldEdition, registerReadiness, syncRegister } from './register/register-swap';
export { REGISTER_SQL, registerGrants } from './register/register-tables';
export { Level, UnitKind } from './register/unit-kind';
export { createRequestContext, type RequestContext } from './request-context';
export { onTermination, type RunnableService, runService, startLine } from './run-service';
export { dateScalar } from './schema/date-scalar';
export { dateTimeScalar } from './schema/date-time-scalar';
export { decimalScalar } from './schema/decimal-scalar';
export { createFederatedSchema, type FederatedSchema, itself } from './schema/federated-schema';
export { LANGUAGE_ARGUMENT, Language } from './schema/language';
export { ledgerScalar } from './schema/ledger-scalar';
export { Origin } from './schema/origin';
export { SourceStatus } from './schema/source-status';
export { Verdict } from './schema/verdict';
export { runRegisteredServiceProcess, runServiceProcess } from './service-process';
export { openService, type RegisteredServiceOptions, type ServiceOptions } from './service-start';
export { StartError } from './start-error';
export type { InternalAnswer, InternalRoute, Readiness, Reading, Subgraph, Upload } from './subgraph';
export { type CsvRecord, readCsvRecords } from './table-file/csv-record';
export { readTable } from './table-file/read-table';
export { decodeTable, TableEncodingError } from './table-file/table-decoder';
export type { TableFault } from './table-file/table-fault';
export { type CellFault, columnLetters, TableFileError, type TableRow } from './table-file/table-row';
export { type TextSheet, writeCsv, writeXlsx } from './table-file/write-table';
export { startTracing, tracingVariables } from './tracing/tracing';
export { countVi, dayVi, decimalVi } from './words/vietnamese-numbers';
