import { type Day, dayInVietnam } from '../day';
import type { Logger } from '../logger';
import type { AuditRepository } from './audit.repository';
import { type AuditHead, type ChainEnd, signHead } from './audit-head';
import { readAuditKey } from './audit-key';
import { HeadFile } from './head-file';

export interface HeadSignerOptions {
  readonly directory: string;
  /** The service's schema. */
  readonly service: string;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** Signs where a service's chain ends, at the end of each day and of the service, into a file outside of the database. */
export class HeadSigner {
  private readonly key;
  private readonly file;
  /** What is known of the file; null until it was read. */
  private state: { installation: string; lastDayPosition: number; lastPosition: number } | null = null;
  /** Days before it have their heads. */
  private signedBefore: Day | null = null;

  /** @throws StartError where the folder cannot be written */
  constructor(
    private readonly repository: AuditRepository,
    private readonly options: HeadSignerOptions,
  ) {
    this.key = readAuditKey(options.directory);
    this.file = new HeadFile(options.directory);
  }

  /** A head for each day that is over and has none. Asks nothing where that is the same day as before. */
  async signClosedDays(): Promise<void> {
    const today = dayInVietnam(this.options.now());
    if (this.signedBefore === today) return;
    const { lastDayPosition } = await this.loadState();
    for (const { day, ...end } of await this.repository.findDayEnds(lastDayPosition, today)) {
      await this.sign('DAY', day, end);
    }
    this.signedBefore = today;
  }

  /** The head as it is, if the file does not say it already. */
  async signStop(): Promise<void> {
    const { lastPosition } = await this.loadState();
    const end = await this.repository.findEnd();
    if (end && end.position > lastPosition) await this.sign('STOP', dayInVietnam(this.options.now()), end);
  }

  private async sign(kind: AuditHead['kind'], day: Day, end: ChainEnd): Promise<void> {
    const state = await this.loadState();
    const { service, now } = this.options;
    const signedAt = now().toISOString();
    await this.file.append(
      signHead({ kind, service, installation: state.installation, day, ...end, signedAt }, this.key),
    );
    state.lastPosition = end.position;
    if (kind === 'DAY') state.lastDayPosition = end.position;
  }

  /** Heads that this database does not bear out are told of loudly, and count for nothing here. */
  private async loadState() {
    if (this.state) return this.state;
    const { service, logger } = this.options;
    const installation = await this.repository.findInstallation();
    const heads = (await this.file.read()).filter(
      (head) => head.service === service && head.installation === installation,
    );
    const hashes = await this.repository.findHashes(heads.map(({ position }) => position));
    const isBorneOut = ({ position, hash }: AuditHead) => hashes.get(position) === hash;
    for (const { kind, day, position } of heads.filter((head) => !isBorneOut(head))) {
      const words = 'the audit is not the one that was signed: a backup was restored, or somebody changed it';
      logger.error({ kind, day, position }, words);
    }
    const last = (kept: readonly AuditHead[]) => Math.max(0, ...kept.map(({ position }) => position));
    const borneOut = heads.filter(isBorneOut);
    const lastDayPosition = last(borneOut.filter(({ kind }) => kind === 'DAY'));
    this.state = { installation, lastDayPosition, lastPosition: last(borneOut) };
    return this.state;
  }
}
