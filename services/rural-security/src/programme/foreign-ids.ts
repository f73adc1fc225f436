import { describePath, type Fault } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ProgrammeFile } from './programme-file';

/** Indicators and targets of the file whose ids another programme holds. */
export async function findForeignIds(tx: EntityManager, { id, indicators }: ProgrammeFile): Promise<Fault[]> {
  const named = indicators.flatMap((indicator, place) => [
    { id: indicator.id, path: ['indicators', place, 'id'] },
    ...indicator.targets.map((target, index) => ({
      id: target.id,
      path: ['indicators', place, 'targets', index, 'id'],
    })),
  ]);
  const rows: { id: string; programme: string }[] = await tx.query(
    `select i.id, i.programme_id as programme from indicator i where i.programme_id <> $1 and i.id = any($2)
     union all
     select t.id, i.programme_id from target t join indicator i on i.id = t.indicator_id
     where i.programme_id <> $1 and t.id = any($2)`,
    [id, named.map((element) => element.id)],
  );
  const owners = new Map(rows.map((row) => [row.id, row.programme]));
  return named.flatMap((element) => {
    const owner = owners.get(element.id);
    return owner === undefined
      ? []
      : [{ place: describePath(element.path), message: `"${element.id}" belongs to the programme "${owner}"` }];
  });
}
