import { randomUUID } from 'node:crypto';
import { SpeakingError } from '@tieuchi/subgraph-kit';

/** What was sent beside a file, as text. */
export type Sent = Readonly<Record<string, string>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FILE_NAME_LENGTH = 200;

/** As the sender calls the file. */
export function readFileName({ name, kind = '' }: Sent): string {
  return (name ?? kind).slice(0, FILE_NAME_LENGTH);
}

/** @throws SpeakingError BAD_USER_INPUT */
export function readJobId({ job = randomUUID() }: Sent): string {
  if (UUID.test(job)) return job;
  throw new SpeakingError('BAD_USER_INPUT', `job: "${job.slice(0, 40)}" – a UUID in small letters.`);
}

/** @throws SpeakingError BAD_USER_INPUT */
export function readDryRun({ dryRun = 'false' }: Sent): boolean {
  if (dryRun === 'true' || dryRun === 'false') return dryRun === 'true';
  throw new SpeakingError('BAD_USER_INPUT', `dryRun: "${dryRun.slice(0, 40)}" – true or false.`);
}
