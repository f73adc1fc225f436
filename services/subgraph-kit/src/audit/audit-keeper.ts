import type { Database } from '../database/database';
import type { Logger } from '../logger';
import { AuditRepository } from './audit.repository';
import { HeadSigner } from './head-signer';

export interface AuditKeeperOptions {
  /** The service's schema. */
  readonly service: string;
  /** Where heads are signed, outside of the database; without it none are. */
  readonly directory?: string | undefined;
  readonly logger: Logger;
  /** The clock of the days, for tests. */
  readonly now?: (() => Date) | undefined;
}

/** Seals a service's audit for as long as the service lives. */
export interface AuditKeeper {
  /** Seals what is left and signs the head; before the database closes. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const PORTION = 1_000;

/**
 * Looks each second for committed entries without a seal. What fails is logged once and tried again the next second.
 * Several processes of a service seal one chain: the database lets one of them at a time.
 * @throws StartError where the folder for the heads cannot be written
 */
export function startAuditKeeper(database: Database, options: AuditKeeperOptions): AuditKeeper {
  const { directory, logger, now = () => new Date() } = options;
  const signer =
    directory === undefined ? null : new HeadSigner(new AuditRepository(database), { ...options, directory, now });
  if (!signer) logger.warn('AUDIT HEADS ARE NOT SIGNED: set TIEUCHI_AUDIT_DIR to a folder outside of the database');
  let isFailing = false;
  const keep = async () => {
    try {
      while ((await database.seal(PORTION)) === PORTION);
      await signer?.signClosedDays();
      isFailing = false;
    } catch (error) {
      if (!isFailing) logger.error({ err: error }, 'the audit was not sealed; it is tried again each second');
      isFailing = true;
    }
  };
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= keep().finally(() => {
      running = null;
    });
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await keep();
      await signer
        ?.signStop()
        .catch((error: unknown) => logger.error({ err: error }, 'the head of the audit was not signed'));
    },
  };
}
