import { type Actor, type Database, type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import { type CurrentRow, currentRevision } from '../assessment-life/desk.repository';
import type { Revision } from '../assessment-life/revision';
import { refuseUnknownYear } from '../indicator/check-year';
import { HELD_JSON } from './desks.repository';
import { PAPERS, type Papers, papersOf } from './papers.repository';

export interface FormQuestion extends AssessmentQuestion {
  /** Code of a unit on the map that the year counts, or VN. */
  readonly unitCode: string;
}

/** A unit of the form with what is recorded of it. */
export interface FormUnit {
  readonly code: string;
  readonly name: string;
  /** Empty where the unit lies in no district, or is one. */
  readonly districtName: string;
  readonly held: Revision | null;
}

/** What a form is made of. */
export interface FormGround {
  readonly isDemonstration: boolean;
  readonly indicatorName: string;
  readonly countedOn: Day;
  readonly placeName: string;
  /** Texts of the contents in their order. */
  readonly itemTexts: readonly string[];
  readonly units: readonly FormUnit[];
}

interface GroundRow extends Omit<FormGround, 'units' | 'placeName'> {
  readonly yearsByIndicator: Readonly<Record<string, readonly number[]>> | null;
  readonly placeName: string | null;
  readonly units: readonly (Omit<FormUnit, 'held'> & { readonly current: CurrentRow | null })[];
}

const GROUND = `
  with asked_year as (select * from assessment_year y where y.indicator_id = $1 and y.year = $2),
  place as (
    select v.unit_id, v.name from asked_year y join register_unit_version v on v.code = $3 and v.valid @> y.counted_on
  ),
  counted as (
    select v.code, v.name, v.unit_id, case when v.district_id <> v.unit_id then d.name end as district_name,
      coalesce(d.code, v.code) as district_code
    from asked_year y
    join register_unit_version v on v.valid @> y.counted_on
      and exists (select from population p where p.indicator_id = $1 and p.level = v.level and v.kind = any(p.kinds))
    left join register_unit_version d on d.unit_id = v.district_id and d.valid @> y.counted_on
    where $3 = 'VN' or exists (select from place p where p.unit_id in (v.unit_id, v.district_id, v.province_id))
  )
  select is_demonstration() as "isDemonstration", (select i.title_vi from indicator i where i.id = $1) as "indicatorName",
    (select counted_on from asked_year) as "countedOn", (select name from place) as "placeName",
    case when not exists (select from asked_year) then
      (select json_object_agg(i.id, coalesce((select json_agg(k.year order by k.year) from assessment_year k
         where k.indicator_id = i.id), '[]')) from indicator i) end as "yearsByIndicator",
    (select coalesce(json_agg(c.text_vi order by c.number), '[]') from criteria_item c join asked_year y
       on c.indicator_id = y.indicator_id and c.criteria_version = y.criteria_version) as "itemTexts",
    (select coalesce(json_agg(json_build_object('code', u.code, 'name', u.name,
         'districtName', coalesce(u.district_name, ''), 'current', case when h.id is not null then ${HELD_JSON} end)
         order by u.district_code, u.code), '[]')
     from counted u left join assessment h on h.unit_id = u.unit_id and h.indicator_id = $1 and h.year = $2
       and h.recorded_to is null) as units`;

export class FormRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** One statement. @throws SpeakingError INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, UNIT_NOT_FOUND, NOT_IN_POPULATION */
  async requireGround({ indicatorId, year, unitCode }: FormQuestion): Promise<FormGround> {
    const [row] = await this.database.read<GroundRow>(this.actor, GROUND, [indicatorId, year, unitCode]);
    const { yearsByIndicator, placeName, units, ...ground } = row as GroundRow;
    if (yearsByIndicator) refuseUnknownYear({ indicatorId, year }, yearsByIndicator);
    const place = unitCode === 'VN' ? 'Cả nước' : placeName;
    if (place === null) {
      const words = `No unit has the code "${unitCode.slice(0, 20)}" on the map of ${ground.countedOn}, which ${year} counts.`;
      throw new SpeakingError('UNIT_NOT_FOUND', words);
    }
    if (units.length === 0) {
      throw new SpeakingError('NOT_IN_POPULATION', `${place} has no unit that ${indicatorId} counts in ${year}.`);
    }
    return {
      ...ground,
      placeName: place,
      units: units.map(({ current, ...unit }) => ({ ...unit, held: currentRevision({ current }) })),
    };
  }

  async findPapers(ids: readonly string[]): Promise<Papers> {
    return papersOf(ids.length === 0 ? [] : await this.database.read(this.actor, PAPERS, [ids, []]));
  }
}
