import type { Actor, Database } from '@tieuchi/subgraph-kit';
import type { Indicator } from './indicator';

export class IndicatorRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** The assessment years of every indicator, in the order of their papers. */
  async findYearsByIndicator(): Promise<Record<string, number[]>> {
    const rows = await this.database.read<{ id: string; years: number[] }>(
      this.actor,
      `select i.id, coalesce(array_agg(y.year order by y.year) filter (where y.year is not null), '{}') as years
       from indicator i left join assessment_year y on y.indicator_id = i.id
       group by i.id, i.programme_id, i.position order by i.programme_id, i.position`,
    );
    return Object.fromEntries(rows.map(({ id, years }) => [id, years]));
  }

  findIndicators(): Promise<Indicator[]> {
    return this.database.read(
      this.actor,
      `select id, programme_id as "programmeId", number, title_vi as "titleVi", title_en as "titleEn",
         noun_vi as "nounVi", noun_en as "nounEn", last_step as "lastStep", position
       from indicator order by programme_id, position`,
    );
  }
}
