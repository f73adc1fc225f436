import type { Client } from 'pg';

/** A snapshot of the database to be saved: everything is read as of one moment, whoever writes meanwhile. */
export interface SourceMoment {
  /** In a transaction that reads. */
  readonly client: Client;
  readonly url: string;
  readonly schemas: readonly string[];
}

/** One way to save three schemas in a folder and to bring them into a database that is empty but for schemas and roles. */
export interface BackupWay {
  readonly name: string;
  save(moment: SourceMoment, folder: string): Promise<void>;
  restore(targetUrl: string, schemas: readonly string[], folder: string): Promise<void>;
}
