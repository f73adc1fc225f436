import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Database, Role, syncRegister } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import { DocumentRepository } from '../../services/rural-security/src/document/document.repository';
import type { RegisterHistory } from '../services/lineage-oracle';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { COUNTS } from './counts-oracle';
import type { Papers } from './next-step';
import { PROGRAMME_SQL, TODAY } from './oracle-programme.fixture';
import { People } from './play-steps';
import type { AssessmentHistory } from './random-history.fixture';
import { firstMapOf, snapshotOf } from './register-snapshot';

const { schema } = RURAL_SECURITY_ROLES;

/** A database with a programme of its own, where histories are played one after the other. */
export class HistoryStage {
  /** Of each count, in the order of `COUNTS`, how much of it all histories together led to. */
  readonly reached = COUNTS.map(() => 0);
  /** Later than that of the shipped register. */
  private edition = 1_000;

  private constructor(
    readonly place: TestDatabase,
    /** As the application's role: all that people do and read goes through it. */
    readonly database: Database,
    /** As the superuser, past all triggers. */
    readonly admin: Client,
    private readonly papers: Papers,
  ) {}

  static async open(): Promise<HistoryStage> {
    const place = await openTestDatabase('real');
    const database = await Database.connect({ url: place.urlsOf(RURAL_SECURITY_ROLES).appUrl, schema, poolSize: 4 });
    const admin = new Client({ connectionString: place.adminUrl, options: `-c search_path=${schema},public` });
    await admin.connect();
    await admin.query(`set session_replication_role = replica; truncate programme cascade; ${PROGRAMME_SQL}`);
    return new HistoryStage(place, database, admin, {
      RECOGNISE: await recordPaper(database, '1/QĐ'),
      REVOKE: await recordPaper(database, '2/QĐ'),
    });
  }

  async close(): Promise<void> {
    await this.admin.end();
    await this.database.close();
    await this.place.stop();
  }

  /** Plays a history through the service's own steps. */
  async play(history: AssessmentHistory): Promise<void> {
    const { register, steps, swapAfter } = history;
    const people = new People(history, this.database, this.papers);
    const before = firstMapOf(register);
    await this.begin(before);
    const early = await people.take(steps.slice(0, swapAfter), before);
    await this.swapRegister(register);
    const late = await people.take(steps.slice(swapAfter), register);
    await this.spreadOverDays(history.moments, early + late);
  }

  /** With these units, and without the assessments of earlier histories. */
  async begin(register: RegisterHistory): Promise<void> {
    await this.admin.query('delete from assessment');
    await this.swapRegister(register);
  }

  /** By the service's own swap, which counts anew. */
  private async swapRegister(register: RegisterHistory): Promise<void> {
    this.edition += 1;
    const snapshot = snapshotOf(register, this.edition);
    const source = { currentEdition: async () => snapshot.edition, fetchSnapshot: async () => snapshot };
    await syncRegister(this.database, source, (tx) => tx.query('select recount_tallies()'));
  }

  /**
   * Spreads what was recorded within a second over the history's days: when something was recorded is the database's to
   * say, so nobody can write it, and a test cannot wait for midnights. Instants keep their order, and equal ones stay
   * equal: a row goes on ending at the instant at which the next one begins.
   */
  private async spreadOverDays(moments: readonly string[], taken: number): Promise<void> {
    const { rows } = await this.admin.query<{ instants: number; steps: number }>(
      `select count(distinct at)::int as instants, count(distinct (unit_id, indicator_id, year, at))::int as steps
       from assessment cross join lateral (values (recorded_from), (recorded_to)) as recorded(at) where at is not null`,
    );
    const { instants, steps } = rows[0] as { instants: number; steps: number };
    // two people may have met in a microsecond, but nobody closes a row and begins the next at two instants
    if (steps !== taken) throw new Error(`${taken} steps were recorded at ${steps} instants`);
    const spread = Array.from(
      { length: instants },
      (_, index) => moments[Math.floor((index * moments.length) / instants)],
    );
    await this.admin.query(
      `with instant as materialized (
         select at, ($1::timestamptz[])[row_number() over (order by at)] as moved
         from (select recorded_from as at from assessment union select recorded_to from assessment) as recorded
         where at is not null
       )
       update assessment set recorded_from = (select moved from instant where at = recorded_from),
         recorded_to = (select moved from instant where at = recorded_to)`,
      [spread],
    );
  }
}

/** The paper that confirmations and revocations rest on. */
async function recordPaper(database: Database, number: string): Promise<string> {
  const recogniser = { subject: 'recogniser', role: Role.RECOGNISER, scope: 'VN' };
  const documents = new DocumentRepository(database, recogniser, { map: TODAY, knownOn: null, today: TODAY });
  const paper = { number, issuedOn: TODAY, issuer: 'Công an tỉnh', title: 'Quyết định' };
  return (await documents.record(paper)).id;
}
