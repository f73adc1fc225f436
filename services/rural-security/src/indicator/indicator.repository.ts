import type { Actor, Database } from '@tieuchi/subgraph-kit';
import type { AssessmentYear } from './assessment-year';
import type { IndicatorCriteriaSet } from './criteria-set';
import type { Indicator } from './indicator';
import type { IndicatorPopulation } from './population';

/** A part of an indicator, with the indicator that it belongs to. */
export type OfIndicator<P> = P & { readonly indicatorId: string };

const COLUMNS = `id, programme_id as "programmeId", number, shape, title_vi as "titleVi", title_en as "titleEn",
  noun_vi as "nounVi", noun_en as "nounEn", last_step as "lastStep", source, authorities, unit_groups as "unitGroups"`;

/** Days of JSON are text already; those of columns become it by the driver. */
const ITEM = `json_build_object('number', c.number, 'textVi', c.text_vi, 'textEn', c.text_en, 'status', c.status,
  'source', c.source, 'rule', c.rule, 'evidencePolicy', c.evidence_policy, 'evidenceChecklist', c.evidence_checklist,
  'points', c.points)`;

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
    return this.database.read(this.actor, `select ${COLUMNS} from indicator order by programme_id, position`);
  }

  findIndicatorsByProgrammeIds(programmeIds: readonly string[]): Promise<Indicator[]> {
    return this.database.read(
      this.actor,
      `select ${COLUMNS} from indicator where programme_id = any($1) order by programme_id, position`,
      [programmeIds],
    );
  }

  findPopulationsByIndicatorIds(indicatorIds: readonly string[]): Promise<OfIndicator<IndicatorPopulation>[]> {
    return this.database.read(
      this.actor,
      `select indicator_id as "indicatorId", id, level, kinds, kinds is not null as "isListed", is_default as "isDefault",
         note
       from population where indicator_id = any($1) order by indicator_id, is_default desc, id`,
      [indicatorIds],
    );
  }

  /** Sets in the order of their first years, with their contents. */
  findCriteriaSetsByIndicatorIds(indicatorIds: readonly string[]): Promise<OfIndicator<IndicatorCriteriaSet>[]> {
    return this.database.read(
      this.actor,
      `select s.indicator_id as "indicatorId", s.version, s.valid_from as "validFrom", s.valid_to as "validTo", s.source,
         s.status, s.rule,
         (select coalesce(json_agg(${ITEM} order by c.number), '[]') from criteria_item c
          where c.indicator_id = s.indicator_id and c.criteria_version = s.version) as items
       from criteria_set s where s.indicator_id = any($1)
       order by s.indicator_id, (select min(y.year) from assessment_year y
         where y.indicator_id = s.indicator_id and y.criteria_version = s.version), s.version`,
      [indicatorIds],
    );
  }

  findYearsByIndicatorIds(indicatorIds: readonly string[]): Promise<OfIndicator<AssessmentYear>[]> {
    return this.database.read(
      this.actor,
      `select indicator_id as "indicatorId", year, criteria_version as "criteriaVersion", window_from as "windowFrom",
         window_to as "windowTo", window_status as "windowStatus", submit_by as "submitBy", counted_on as "countedOn",
         counted_on_basis as "countedOnBasis"
       from assessment_year where indicator_id = any($1) order by indicator_id, year`,
      [indicatorIds],
    );
  }
}
