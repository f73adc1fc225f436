import type { Actor, Database } from '@tieuchi/subgraph-kit';
import type { Indicator } from './indicator';

export class IndicatorRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  findIndicators(): Promise<Indicator[]> {
    return this.database.read(
      this.actor,
      `select id, programme_id as "programmeId", number, title_vi as "titleVi", title_en as "titleEn",
         noun_vi as "nounVi", noun_en as "nounEn", last_step as "lastStep", position
       from indicator order by programme_id, position`,
    );
  }
}
