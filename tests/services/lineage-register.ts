import type fc from 'fast-check';
import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import type { Grouped, Level, Member, Pair, RegisterHistory } from './register-history';

/** Interrupted before the test's own deadline, so that a failure is told with its seed however long it takes to shrink. */
export const RUNS: fc.Parameters<unknown> = { numRuns: 80, interruptAfterTimeLimit: 20_000 };

const PAIR = '"countedOn"::text, map::text';
const PAIRS = 'unnest($1::date[], $2::date[]) as pair("countedOn", map)';

/** Rural security's register in a database of its own, which holds one history after the other. */
export class LineageRegister {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly database: TestDatabase,
    private readonly client: Client,
  ) {}

  static async open(): Promise<LineageRegister> {
    const database = await openTestDatabase('real');
    const client = new Client({ connectionString: database.adminUrl, options: '-c search_path=rural_security,public' });
    await client.connect();
    await client.query('truncate register_link, register_reorganisation, register_unit_version');
    return new LineageRegister(database, client);
  }

  async close(): Promise<void> {
    await this.last;
    await this.client.end();
    await this.database.stop();
  }

  async rows<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.client.query<R>(sql, values)).rows;
  }

  /** With this history as the register, and as if it had never been afterwards. An interrupted run still ends before the next. */
  within<R>(history: RegisterHistory, work: () => Promise<R>): Promise<R> {
    const result = this.last.then(() => this.inTransaction(history, work));
    this.last = result.catch(() => {});
    return result;
  }

  groupUnits(level: Level, pairs: readonly Pair[]): Promise<Grouped[]> {
    const columns = 'unit_id as "unitId", group_id as "groupId"';
    return this.ofPairs(`${columns} from`, 'group_units($3, "countedOn", map)', pairs, [level]);
  }

  /** Of all provinces of the maps. */
  wholeProvinces(pairs: readonly Pair[]): Promise<Grouped[]> {
    return this.ofPairs('unit_id as "unitId", group_id as "groupId" from', 'whole_provinces("countedOn", map)', pairs);
  }

  /** Asks for every unit that ever held, also for those that are not on the map. */
  groupMembers(pairs: readonly Pair[]): Promise<Member[]> {
    const asked = 'array(select distinct v.unit_id from register_unit_version v)';
    const columns = 'group_id as "groupId", unit_id as "unitId", placed';
    return this.ofPairs(`${columns} from`, `group_members(${asked}, "countedOn", map)`, pairs);
  }

  steps(pairs: readonly Pair[]): Promise<object[]> {
    return this.ofPairs('from_id as "fromId", to_id as "toId", distance from', 'lineage_step("countedOn", map)', pairs);
  }

  completePairs(pairs: readonly Pair[]): Promise<Pair[]> {
    return this.rows(`select ${PAIR} from ${PAIRS} where is_lineage_complete("countedOn", map)`, daysOf(pairs));
  }

  private ofPairs<R extends object>(
    columns: string,
    call: string,
    pairs: readonly Pair[],
    values: unknown[] = [],
  ): Promise<R[]> {
    return this.rows(`select ${PAIR}, ${columns} ${PAIRS} cross join lateral ${call}`, [...daysOf(pairs), ...values]);
  }

  private async inTransaction<R>(history: RegisterHistory, work: () => Promise<R>): Promise<R> {
    await this.client.query('begin');
    try {
      await this.insert(history);
      return await work();
    } finally {
      await this.client.query('rollback');
    }
  }

  private async insert({ versions, links, reorganisations }: RegisterHistory): Promise<void> {
    await this.rows(
      `insert into register_unit_version
       select "unitId", level, "unitId", kind, name, "districtId", "provinceId", daterange("validFrom", "validTo")
       from jsonb_to_recordset($1) as r("unitId" text, level text, kind text, name text, "districtId" text,
         "provinceId" text, "validFrom" date, "validTo" date)`,
      [JSON.stringify(versions)],
    );
    await this.rows(
      `insert into register_link select "predecessorId", "successorId", null, "effectiveOn", "isMain"
       from jsonb_to_recordset($1) as r("predecessorId" text, "successorId" text, "effectiveOn" date, "isMain" boolean)`,
      [JSON.stringify(links)],
    );
    await this.rows(
      `insert into register_reorganisation select "effectiveOn", "linksComplete"
       from jsonb_to_recordset($1) as r("effectiveOn" date, "linksComplete" boolean)`,
      [JSON.stringify(reorganisations)],
    );
    await this.rows('select derive_lineage()');
  }
}

/** Rows as lines in one order, to be compared. */
export function lines(found: readonly object[]): string[] {
  return found.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
}

function daysOf(pairs: readonly Pair[]): [string[], string[]] {
  return [pairs.map(({ countedOn }) => countedOn), pairs.map(({ map }) => map)];
}
