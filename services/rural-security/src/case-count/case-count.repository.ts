import type { Day, Origin } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { CaseCountEntry } from './case-count-desk';
import { countingDay } from './counting-day-sql';

export interface CaseFacts {
  readonly countedOn: Day;
  /** Of all units with that code: more than one where the level was left out and two levels have it. */
  readonly unitIds: readonly string[];
  /** Whether it lies in the part of the country that the sender's role holds for; the database repeats it at the write. */
  readonly isInScope: boolean;
  /** The count that is held; null where there is none. */
  readonly heldId: string | null;
  readonly heldCases: number | null;
}

/** One statement. */
export async function findCaseFacts(
  tx: EntityManager,
  { indicatorId, year, unitCode, level }: CaseCountEntry,
): Promise<CaseFacts> {
  const [row]: CaseFacts[] = await tx.query(
    `with asked as (select ${countingDay('$1', '$2::int')} as day),
     unit as (
       select v.unit_id from asked
       join register_unit_version v on v.code = $3 and ($4::text is null or v.level = $4) and v.valid @> asked.day
     ),
     held as (
       select c.id, c.cases from case_count c join unit u on u.unit_id = c.unit_id
       where c.indicator_id = $1 and c.year = $2 and c.recorded_to is null
     )
     select asked.day as "countedOn", array(select u.unit_id from unit u order by u.unit_id) as "unitIds",
       exists (select from unit u where is_within_scope(u.unit_id)) as "isInScope",
       (select id::text from held limit 1) as "heldId", (select cases from held limit 1) as "heldCases"
     from asked`,
    [indicatorId, year, unitCode, level],
  );
  return row!;
}

/** @returns false where somebody else has closed it */
export async function closeCaseCount(tx: EntityManager, id: string): Promise<boolean> {
  const [, closed]: [unknown, number] = await tx.query(
    'update case_count set recorded_to = recording_instant() where id = $1 and recorded_to is null',
    [id],
  );
  return closed > 0;
}

/** @returns where the row comes from, or null where somebody else has entered one */
export async function insertCaseCount(
  tx: EntityManager,
  unitId: string,
  { indicatorId, year, cases, source }: CaseCountEntry,
): Promise<Origin | null> {
  const [row]: { origin: Origin }[] = await tx.query(
    `insert into case_count (unit_id, indicator_id, year, cases, source) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning origin`,
    [unitId, indicatorId, year, cases, source],
  );
  return row?.origin ?? null;
}
