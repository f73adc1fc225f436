import {
  type Actor,
  type AsOf,
  type Database,
  endOfDayInVietnam,
  refuseUnstorableText,
  SpeakingError,
} from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Document } from './document';

/** What names a paper; parts that are not known are left out. */
export interface DocumentEntry extends Pick<Document, 'number' | 'issuedOn' | 'issuer' | 'title'> {
  readonly signer?: string | null;
  readonly abstract?: string | null;
  readonly sha256?: string | null;
}

const COLUMNS = `d.id, d.number, d.issued_on as "issuedOn", d.issuer, d.signer, d.title, d.abstract, d.sha256, d.origin`;

/** $1: the end of the day as of which it was known, or null for now. */
const KNOWN = `case when $1::timestamptz is null then d.recorded_to is null
  else d.recorded_from < $1 and coalesce(d.recorded_to, 'infinity') >= $1 end`;

const FOUND = `${KNOWN} and ($2::text is null
  or position(lower($2) in lower(concat_ws(' ', d.number, d.title, d.issuer, d.abstract))) > 0)`;

export class DocumentRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  findByIds(ids: readonly string[]): Promise<Document[]> {
    return this.database.read(
      this.actor,
      `select ${COLUMNS} from document d where ${KNOWN} and d.id = any($2::uuid[])`,
      [this.knownBefore(), ids],
    );
  }

  /** Newest first; `text` is looked for in number, title, issuer and abstract. */
  findPage(text: string | null, first: number, after: string | null): Promise<Document[]> {
    return this.database.read(
      this.actor,
      `select ${COLUMNS} from document d
       where ${FOUND}
         and ($3::text is null or d.issued_on || ' ' || d.id < $3)
       order by d.issued_on || ' ' || d.id desc limit $4`,
      [this.knownBefore(), text, after, first + 1],
    );
  }

  async count(text: string | null): Promise<number> {
    const sql = `select count(*)::int as count from document d where ${FOUND}`;
    const [row] = await this.database.read<{ count: number }>(this.actor, sql, [this.knownBefore(), text]);
    return row!.count;
  }

  /** @throws SpeakingError BAD_USER_INPUT for a part that is empty and a day that is still to come, EVIDENCE_NOT_FOUND for a file that was not sent */
  record(entry: DocumentEntry): Promise<Document> {
    refuseUnstorableText(entry);
    if (entry.issuedOn > this.asOf.today) {
      throw new SpeakingError(
        'BAD_USER_INPUT',
        `A paper of ${entry.issuedOn} is not issued yet; today is ${this.asOf.today}.`,
        {
          path: 'issuedOn',
        },
      );
    }
    for (const part of ['number', 'issuer', 'title'] as const) {
      if (entry[part].trim() === '') {
        throw new SpeakingError('BAD_USER_INPUT', `A paper has a ${part}.`, { path: part });
      }
    }
    return this.database.write(this.actor, async (tx) => {
      await requireFile(tx, entry.sha256 ?? null);
      const [row]: Document[] = await tx.query(
        `insert into document as d (number, issued_on, issuer, signer, title, abstract, sha256)
         values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
        [entry.number, entry.issuedOn, entry.issuer, entry.signer, entry.title, entry.abstract, entry.sha256],
      );
      return row!;
    });
  }

  private knownBefore(): string | null {
    return this.asOf.knownOn === null ? null : endOfDayInVietnam(this.asOf.knownOn);
  }
}

async function requireFile(tx: EntityManager, sha256: string | null): Promise<void> {
  if (sha256 === null) return;
  const found: object[] = await tx.query('select from evidence where sha256 = $1', [sha256]);
  if (found.length > 0) return;
  throw new SpeakingError(
    'EVIDENCE_NOT_FOUND',
    `No file ${sha256.slice(0, 64)}: send it with PUT /evidence/${sha256.slice(0, 64)} first.`,
    {
      path: 'sha256',
    },
  );
}

/**
 * @param path its place in the input
 * @throws SpeakingError DOCUMENT_NOT_FOUND
 */
export async function requireDocument(
  tx: EntityManager,
  id: string,
  path = 'decisionId',
): Promise<{ id: string; number: string }> {
  const [row]: { id: string; number: string }[] = await tx.query(
    'select id, number from document where id::text = $1 and recorded_to is null',
    [id],
  );
  if (row) return row;
  throw new SpeakingError('DOCUMENT_NOT_FOUND', `No paper ${id.slice(0, 60)}: record it with recordDocument first.`, {
    path,
  });
}
