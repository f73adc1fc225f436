import type { Services } from '@tieuchi/standalone';
import { type ChildProgram, startChildProgram } from '../../services/standalone/src/child-program';
import type { TestDatabase } from '../support/test-database';

/** One more gateway before the same services, as a process of its own, with other addresses or settings. */
export async function startSecondGateway(
  services: Services,
  { secrets }: Pick<TestDatabase, 'secrets'>,
  more: Record<string, string>,
): Promise<ChildProgram> {
  const urlOf = (name: string) => services.processes.get(name)?.url ?? '';
  return startChildProgram({
    name: 'gateway',
    main: require.resolve('@tieuchi/gateway/dist/main'),
    environment: {
      PORT: '0',
      GEOGRAPHY_URL: urlOf('geography'),
      RURAL_SECURITY_URL: urlOf('rural-security'),
      MODEL_WARD_URL: urlOf('model-ward'),
      INTERNAL_KEY: secrets.internalKey,
      TIEUCHI_ISSUER_DIR: secrets.issuerFolder,
      ANONYMOUS_ROLE: 'VIEWER',
      OPERATIONS: 'off',
      LOG_LEVEL: 'fatal',
      ...more,
    },
  });
}
