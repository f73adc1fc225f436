import { groupedTallies } from '../../services/rural-security/src/tally/tally-sql';
import type { LineageRegister } from './lineage-register';
import { idOf, type VersionRow } from './register-history';

export type Verdict = 'MET' | 'NOT_MET' | 'UNKNOWN' | null;

export interface Counts {
  readonly total: number;
  readonly met: number;
  readonly notMet: number;
  readonly unplaced: number;
}

const NOTHING: Counts = { total: 0, met: 0, notMet: 0, unplaced: 0 };

/** One series of communes and one of districts, with the only kind that each counts. */
export const SERIES = [
  { indicatorId: 'ntm-2021-2025/19.2', populationId: 'ALL_COMMUNES', kind: 'RURAL_COMMUNE' },
  { indicatorId: 'ntm-district-2021-2025/9.4', populationId: 'RURAL_DISTRICTS', kind: 'RURAL_DISTRICT' },
] as const;
export type Series = (typeof SERIES)[number];

/** What was recorded for the units that a series counts on a day. */
export class Results {
  private readonly verdicts: ReadonlyMap<string, Verdict>;

  constructor(
    readonly series: Series,
    units: readonly VersionRow[],
    drawn: readonly Verdict[],
  ) {
    const counted = units.filter(({ kind }) => kind === series.kind).map(idOf);
    this.verdicts = new Map(counted.map((id, index) => [id, drawn[index % drawn.length] as Verdict]));
  }

  get all(): string[] {
    return [...this.verdicts.keys()];
  }

  countOf(ids: readonly string[], unplaced: readonly string[] = []): Counts {
    const counted = (list: readonly string[]) => list.filter((id) => this.verdicts.has(id));
    const of = (verdict: Verdict) => counted(ids).filter((id) => this.verdicts.get(id) === verdict).length;
    return {
      total: counted(ids).length,
      met: of('MET'),
      notMet: of('NOT_MET'),
      unplaced: counted(unplaced).length,
    };
  }

  async record(register: LineageRegister): Promise<void> {
    await register.rows(
      `insert into assessment (unit_id, indicator_id, year, state, verdict, unknown_reason)
       select key, $2, 2025, case value when 'UNKNOWN' then 'SUBMITTED' else 'APPRAISED' end, value,
         case value when 'UNKNOWN' then 'AWAITING_APPRAISAL' end
       from jsonb_each_text($1) where value is not null`,
      [JSON.stringify(Object.fromEntries(this.verdicts)), this.series.indicatorId],
    );
  }
}

export async function recordAll(
  register: LineageRegister,
  countedOn: string,
  results: readonly Results[],
): Promise<void> {
  await register.rows("select set_config('app.actor', 'officer', true)");
  await register.rows('update assessment_year set counted_on = $1', [countedOn]);
  for (const one of results) await one.record(register);
  await register.rows('select recount_tallies()');
}

/** The tallies of all units on a map; null for a unit that cannot answer there. */
export async function talliesOn(
  register: LineageRegister,
  map: string,
): Promise<(unitId: string, series: Series) => Counts | null> {
  const ids = await register.rows<{ id: string }>('select distinct unit_id as id from register_unit_version');
  const found = await register.rows<Counts & { unitId: string; indicatorId: string; populationId: string }>(
    `with recursive ${groupedTallies(true, 'null::text[]')}
     select d.unit_id as "unitId", t.indicator_id as "indicatorId", t.population_id as "populationId",
       t.total, t.met, t.not_met as "notMet", t.unplaced
     from grouped_day d left join grouped_tally t on t.unit_id = d.unit_id and t.counted_on = d.counted_on and t.year = 2025`,
    [ids.map(({ id }) => id), map],
  );
  return (unitId, { indicatorId, populationId }) => {
    const own = found.filter((one) => one.unitId === unitId);
    const counts = own.find((one) => one.indicatorId === indicatorId && one.populationId === populationId);
    if (!counts) return own.length > 0 ? NOTHING : null;
    const { total, met, notMet, unplaced } = counts;
    return { total, met, notMet, unplaced };
  };
}
