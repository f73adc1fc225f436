import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Database, SYSTEM } from '@tieuchi/subgraph-kit';
import type { TestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';

export interface RecordedCommunes {
  /** Of a province. */
  readonly code: string;
  readonly year: number;
  /** The first ones by their code. */
  readonly met: number;
  /** Those after them. */
  readonly notMet: number;
}

/** Records so many rural communes of a province as appraised, on the map that the year counts. */
export async function recordCommunes(system: TestSystem, { code, year, met, notMet }: RecordedCommunes): Promise<void> {
  const { appUrl } = system.database.urlsOf(RURAL_SECURITY_ROLES);
  const database = await Database.connect({ url: appUrl, schema: 'rural_security' });
  try {
    await database.write(SYSTEM, (tx) => tx.query(INSERT, [code, year, met, notMet, INDICATOR]));
  } finally {
    await database.close();
  }
}

const INSERT = `
  insert into assessment (unit_id, indicator_id, year, state, verdict)
  select c.unit_id, $5, y.year, 'APPRAISED', case when c.place <= $3 then 'MET' else 'NOT_MET' end
  from assessment_year y
  cross join lateral (
    select v.unit_id, row_number() over (order by v.code) as place from register_unit_version v
    join register_unit_version p on p.unit_id = v.province_id and p.valid @> y.counted_on and p.code = $1
    where v.level = 'COMMUNE' and v.kind = 'RURAL_COMMUNE' and v.valid @> y.counted_on) c
  where y.indicator_id = $5 and y.year = $2 and c.place <= $3::int + $4::int`;

/** A later appraisal of rural communes of that province, by their place among its codes from 1; the old rows are closed. */
export async function changeCommunes(
  system: TestSystem,
  { code, year }: Pick<RecordedCommunes, 'code' | 'year'>,
  verdicts: Readonly<Record<number, 'MET' | 'NOT_MET'>>,
): Promise<void> {
  const { appUrl } = system.database.urlsOf(RURAL_SECURITY_ROLES);
  const database = await Database.connect({ url: appUrl, schema: 'rural_security' });
  try {
    await database.write(SYSTEM, async (tx) => {
      for (const [place, verdict] of Object.entries(verdicts)) {
        await tx.query(CLOSE, [code, year, Number(place), INDICATOR]);
        await tx.query(REPLACE, [code, year, Number(place), INDICATOR, verdict]);
      }
    });
  } finally {
    await database.close();
  }
}

const AT_PLACE = `(
  select c.unit_id from assessment_year y cross join lateral (
    select v.unit_id, row_number() over (order by v.code) as place from register_unit_version v
    join register_unit_version p on p.unit_id = v.province_id and p.valid @> y.counted_on and p.code = $1
    where v.level = 'COMMUNE' and v.kind = 'RURAL_COMMUNE' and v.valid @> y.counted_on) c
  where y.indicator_id = $4 and y.year = $2 and c.place = $3)`;

const CLOSE = `update assessment set recorded_to = recording_instant()
  where unit_id = ${AT_PLACE} and indicator_id = $4 and year = $2 and recorded_to is null`;

const REPLACE = `insert into assessment (unit_id, indicator_id, year, version, state, verdict)
  select ${AT_PLACE}, $4, $2, 1 + coalesce(max(version), 0), 'APPRAISED', $5 from assessment
  where unit_id = ${AT_PLACE} and indicator_id = $4 and year = $2`;
