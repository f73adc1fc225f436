import { type Actor, type AsOf, type Database, type Day, endOfDayInVietnam } from '@tieuchi/subgraph-kit';
import { ledgerSql } from './ledger-sql';
import { groupedTallies } from './tally-sql';

export interface LedgerRow {
  readonly unitId: string;
  /** Two lines of JSON, what it has in common with the others and its own: see `LedgerText` in the gateway, which reads it. */
  readonly ledger: string;
}

/** The ledger of a unit of an earlier map that another unit groups, with the name it had then. */
export interface OwnMapLedgerRow extends LedgerRow {
  readonly groupId: string;
  readonly code: string;
  readonly name: string;
}

interface GroupedProvince {
  readonly groupId: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly countedOn: Day;
}

/** The provinces of the counting days that other provinces group on the map `$2`, on the latest of those days. */
const GROUPED_PROVINCES = `
  select distinct on (g.unit_id) g.group_id as "groupId", g.unit_id as "unitId", v.code, v.name, d.counted_on as "countedOn"
  from (select distinct counted_on from assessment_year) d
  cross join lateral group_units('PROVINCE', d.counted_on, $2::date) g
  join register_unit_version v on v.unit_id = g.unit_id and v.valid @> d.counted_on
  where g.group_id = any($1) and g.unit_id <> g.group_id
  order by g.unit_id, d.counted_on desc`;

// built once: the driver knows a statement again by its text, which is 9 kB
const LEDGERS = `with recursive ${groupedTallies(true, '$4::text[]')}, ${ledgerSql('$3', '$4::text[]')}`;
const LEDGERS_AS_KNOWN = `with recursive ${groupedTallies(false, '$5::text[]')}, ${ledgerSql('$4', '$5::text[]')}`;

/** Counts and targets for attainment: one indexed read for any number of units. */
export class LedgerRepository {
  /** @param indicators what the counts are wanted of; null: all */
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly indicators: readonly string[] | null,
  ) {}

  /**
   * @returns a row for each of these units above the commune
   * As known now it reads the kept tallies; as known on a day it counts the rows that were open at the end of that day.
   */
  async findLedgersByUnitIds(unitIds: readonly string[], { map, knownOn, today }: AsOf): Promise<LedgerRow[]> {
    const [sql, days] =
      knownOn === null ? [LEDGERS, [map, today]] : [LEDGERS_AS_KNOWN, [map, endOfDayInVietnam(knownOn), knownOn]];
    const [common, ...own] = await this.database.count<LedgerRow>(
      this.actor,
      sql,
      [unitIds, ...days, this.indicators],
      'ONCE',
    );
    return own.map(({ unitId, ledger }) => ({ unitId, ledger: `${common?.ledger}\n${ledger}` }));
  }

  /**
   * Targets stay with the units that they were set for. For each asked unit that groups units of an earlier map: the
   * ledgers of those, on their own map, in the order of their codes. One statement, and one for each such map.
   */
  async findOwnMapLedgersByUnitIds(unitIds: readonly string[], asOf: AsOf): Promise<OwnMapLedgerRow[]> {
    const provinces = await this.database.read<GroupedProvince>(this.actor, GROUPED_PROVINCES, [unitIds, asOf.map]);
    const days = [...new Set(provinces.map(({ countedOn }) => countedOn))];
    const ledgers = await Promise.all(
      days.map((map) =>
        this.findLedgersByUnitIds(
          provinces.filter(({ countedOn }) => countedOn === map).map(({ unitId }) => unitId),
          { ...asOf, map },
        ),
      ),
    );
    const ledgerByUnit = new Map(ledgers.flat().map(({ unitId, ledger }) => [unitId, ledger]));
    return provinces
      .map(({ groupId, unitId, code, name }) => ({
        groupId,
        unitId,
        code,
        name,
        ledger: ledgerByUnit.get(unitId) ?? '',
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
