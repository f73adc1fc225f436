import type { EntityManager } from 'typeorm';
import { recordAct } from '../audit/record-act';
import type { Database } from '../database/database';
import type { Actor } from '../identity/actor';
import type { EvidenceType } from './evidence-type';

export interface EvidenceDescription {
  readonly mediaType: EvidenceType;
  readonly byteLength: number;
}

export interface Evidence extends EvidenceDescription {
  readonly content: Uint8Array;
}

/** Files in a service's own schema, each by the SHA-256 of its bytes in 64 lower-case hexadecimal digits. */
export class EvidenceStore {
  constructor(private readonly database: Database) {}

  /**
   * Keeps a file whose hash and type were checked. One that is there already stays as it is, and so does who sent it first.
   * @returns whether it is new
   */
  put(actor: Actor, sha256: string, mediaType: EvidenceType, content: Uint8Array): Promise<boolean> {
    return this.database.write(actor, async (tx) => {
      const rows: object[] = await tx.query(
        `insert into evidence (sha256, media_type, byte_length, content) values ($1, $2, $3, $4)
         on conflict (sha256) do nothing returning sha256`,
        [sha256, mediaType, content.length, content],
      );
      return rows.length === 1;
    });
  }

  /** The file with its content, of up to 10 MB; null where there is none. Who reads one stands in the audit. */
  async find(actor: Actor, sha256: string): Promise<Evidence | null> {
    const rows = await this.database.read<Evidence>(
      actor,
      `select media_type as "mediaType", byte_length as "byteLength", content from evidence where sha256 = $1`,
      [sha256],
    );
    if (rows[0]) await recordAct(this.database, actor, { action: 'READ', what: `evidence/${sha256}` });
    return rows[0] ?? null;
  }

  /** The same without reading the content. */
  async describe(actor: Actor, sha256: string): Promise<EvidenceDescription | null> {
    const rows = await this.database.read<EvidenceDescription>(
      actor,
      `select media_type as "mediaType", byte_length as "byteLength" from evidence where sha256 = $1`,
      [sha256],
    );
    return rows[0] ?? null;
  }

  /**
   * Those of the hashes that are stored.
   * @param asker the transaction that cites them, or who asks outside of one
   */
  async exist(asker: Actor | EntityManager, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const sql = 'select sha256 from evidence where sha256 = any($1)';
    const rows: { sha256: string }[] =
      'query' in asker ? await asker.query(sql, [hashes]) : await this.database.read(asker, sql, [hashes]);
    return new Set(rows.map(({ sha256 }) => sha256));
  }
}
