import fc from 'fast-check';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { onWards, recordWards, type WardRow, wardIdsByProvince } from '../support/ward-rows';

const RULES = ['t-registered', 't-year', 't-decision', 't-valid', 't-districts'];
const KNOWN_ON = [null, '2023-12-31', '2024-12-31', '2025-12-31'];
/** A life has a revision at each of these instants until it ends; the last stays open. */
const INSTANTS = ['2023-06-01T08:00:00+07:00', '2024-06-01T08:00:00+07:00', '2025-06-01T08:00:00+07:00'];

let system: TestSystem;
let pool: string[];
beforeAll(async () => {
  system = await startTestSystem('real');
  await insertRules();
  const [before, closing, after] = await Promise.all(
    ['2022-12-31', '2025-06-30', '2025-07-01'].map((day) => wardIdsByProvince(system, day)),
  );
  const ended = before?.get('79')?.filter((id) => !closing?.get('79')?.includes(id)) ?? [];
  pool = [
    ...['01', '48', '79', '19'].flatMap((code) => before?.get(code)?.slice(0, 7) ?? []),
    ...ended.slice(0, 3),
    ...(after?.get('01')?.slice(0, 2) ?? []),
  ];
  expect(pool.length).toBe(33);
}, 60_000);
afterAll(() => system.stop());

async function insertRules(): Promise<void> {
  await onWards(
    system,
    `insert into quota_rule (id, title_vi, title_en, source, words, reading, status, deadline, map, counts, counted_by,
       validity_years, counted_on, position)
     select id, id, id, 'x', 'x', 'x', 'SOURCED', deadline::date, '2022-12-31', counts, by, validity, counted_on::date, 99
     from (values ('t-registered', '2023-12-31', 'REGISTERED', 'REGISTRATION_DATE', null::int, null),
       ('t-year', '2024-12-31', 'RECOGNISED', 'YEAR_RECOGNISED_FOR', null, '2025-06-30'),
       ('t-decision', '2024-12-31', 'RECOGNISED', 'DECISION_DATE', null, null),
       ('t-valid', '2025-12-31', 'RECOGNISED', 'YEAR_RECOGNISED_FOR', 1, '2025-06-30'),
       ('t-districts', '2023-12-31', 'REGISTERED', 'REGISTRATION_DATE', null, null))
       as r(id, deadline, counts, by, validity, counted_on)`,
  );
  await onWards(
    system,
    `insert into quota_rule_unit (rule_id, level, code, required, position)
     select r.id, u.level, u.code, u.required, u.place from quota_rule r join (values
       ('PROVINCE', '01', 2, 1), ('PROVINCE', '48', 3, 2), ('PROVINCE', '79', 4, 3), ('PROVINCE', '19', 1, 4),
       ('DISTRICT', '001', 1, 5), ('DISTRICT', '490', 2, 6), ('DISTRICT', '760', 1, 7)) as u(level, code, required, place)
       on (u.level = 'DISTRICT') = (r.id = 't-districts')
     where r.id like 't-%'`,
  );
}

const year = fc.integer({ min: 2022, max: 2026 });
const decidedOn = fc.constantFrom('2023-11-01', '2024-12-31', '2025-01-01', '2026-01-15');
const revision = fc.record({
  state: fc.constantFrom(
    'REGISTERED',
    'SELF_SCORED',
    'PROPOSED',
    'RECOGNISED',
    'RE_RECOGNISED',
    'REVOKED',
    'WITHDRAWN',
  ),
  registeredOn: fc.constantFrom('2023-03-01', '2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'),
  recognisedForYear: year,
  decidedOn,
  earlier: fc.array(fc.record({ year, decidedOn, revoked: fc.boolean() }), { maxLength: 2 }),
});
type Life = {
  readonly isRecorded: boolean;
  readonly revisions: readonly (typeof revision extends fc.Arbitrary<infer R> ? R : never)[];
};
const life: fc.Arbitrary<Life> = fc.record({
  isRecorded: fc.boolean(),
  revisions: fc.array(revision, { minLength: 1, maxLength: 3 }),
});

/** Recognitions are what only recognised states have; what a revocation names is its own decision. */
function rowsOf(lives: readonly Life[]): WardRow[] {
  return lives.flatMap(({ isRecorded, revisions }, index) =>
    !isRecorded
      ? []
      : revisions.map(({ recognisedForYear, ...said }, place) => ({
          ...said,
          wardId: pool[index] as string,
          recognisedForYear: ['RECOGNISED', 'RE_RECOGNISED'].includes(said.state) ? recognisedForYear : null,
          recordedFrom: INSTANTS[place] as string,
          recordedTo: place + 1 < revisions.length ? (INSTANTS[place + 1] as string) : null,
        })),
  );
}

/** What a rule's units hold, counted another way: each unit by itself, each condition on its own. */
const ORACLE = `
  select u.code, u.required, (
    select count(*)::int from pilot_ward w
    where ($2::date is null and w.recorded_to is null
        or w.recorded_from < (($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
          and coalesce(w.recorded_to, 'infinity') >= (($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))
      and (select count(*) from register_unit_version v, register_unit_version above
        where v.unit_id = w.ward_id and v.valid @> r.map and above.valid @> r.map and above.code = u.code
          and above.level = u.level and above.unit_id = case u.level when 'PROVINCE' then v.province_id else v.district_id end) = 1
      and (select count(*) from register_unit_version v
        where v.unit_id = w.ward_id and v.valid @> coalesce(r.counted_on, r.deadline)) = 1
      and w.registered_on <= r.deadline
      and w.state <> all ('{WITHDRAWN,REVOKED}')
      and (r.counts = 'REGISTERED' or w.state like '%RECOGNISED' and (
        select count(*) > 0 from (
          select (e ->> 'year')::int as year, (e ->> 'decidedOn')::date as decided_on
          from jsonb_array_elements(w.earlier_recognitions) e where e ->> 'revoked' = 'false'
          union all select w.recognised_for_year, w.decided_on) f
        where case r.counted_by when 'DECISION_DATE' then f.decided_on <= r.deadline
              else f.year <= date_part('year', r.deadline) end
          and (r.validity_years is null or f.year + r.validity_years > date_part('year', r.deadline))))
  ) as held
  from quota_rule r join quota_rule_unit u on u.rule_id = r.id where r.id = $1 order by u.position`;

interface Held {
  readonly code: string;
  readonly required: number;
  readonly held: number;
}

const CHECK = `query Check($rule: ID!, $knownOn: Date) @asOf(knownOn: $knownOn) {
  quotaCheck(rule: $rule) {
    required held shortfall fulfilled standings { unit { code } required held shortfall fulfilled }
  }
  counted: quotaWards(rule: $rule, counts: true, first: 1) { totalCount }
  others: quotaWards(rule: $rule, counts: false, first: 500) { totalCount nodes { reason sentence } }
}`;

const missing = ({ required, held }: Held) => Math.max(0, required - held);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

async function compare(rule: string, knownOn: string | null): Promise<void> {
  const expected = await onWards<Held>(system, ORACLE, [rule, knownOn]);
  const { data, errors } = await system.ask(CHECK, { rule, knownOn });
  expect(errors).toBeUndefined();
  const { standings, ...whole } = data.quotaCheck;
  expect([rule, knownOn, standings]).toEqual([
    rule,
    knownOn,
    expected.map(({ code, required, held }) => {
      const shortfall = missing({ code, required, held });
      return { unit: { code }, required, held, shortfall, fulfilled: shortfall === 0 };
    }),
  ]);
  // the gap of a unit stays, whatever the others have
  expect([rule, knownOn, whole]).toEqual([
    rule,
    knownOn,
    {
      required: sum(expected.map(({ required }) => required)),
      held: sum(expected.map(({ held }) => held)),
      shortfall: sum(expected.map(missing)),
      fulfilled: expected.every((unit) => missing(unit) === 0),
    },
  ]);
  // every ward either counts somewhere or says why not
  expect(data.counted.totalCount).toBe(whole.held);
  const { nodes, totalCount } = data.others;
  expect(nodes).toHaveLength(totalCount);
  for (const { reason, sentence } of nodes) expect([typeof reason, typeof sentence]).toEqual(['string', 'string']);
}

it('counts for any lives, any rule and any closed day what plain SQL counts, and fills no gap with a surplus', async () => {
  const lives = fc.array(life, { minLength: 33, maxLength: 33 });
  const property = fc.asyncProperty(lives, fc.constantFrom(...KNOWN_ON), async (all, knownOn) => {
    await onWards(system, 'delete from pilot_ward', [], false);
    await recordWards(system, rowsOf(all), false);
    await Promise.all(RULES.map((rule) => compare(rule, knownOn)));
  });
  await fc.assert(property, { numRuns: 25, endOnFailure: true });
}, 240_000);
