// One file, one statement for each operation, prepared; PostgreSQL makes the JSON and this passes it on.
// It knows one map (30 June 2025), one population, no roles, no days, no explanations: what a graph costs is in the others.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const { Pool } = createRequire(import.meta.url)('pg');
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const STANDING = `json_build_object('met', t.met, 'notMet', t.not_met, 'unknown', t.total - t.met - t.not_met,
  'total', t.total, 'ratePercent', trunc(100.0 * t.met / nullif(t.total, 0), 2),
  'requiredCount', ceil(t.total * 99 / 100.0), 'shortfall', greatest(0, ceil(t.total * 99 / 100.0) - t.met))`;

/** Of one indicator and year, over its usual population. */
const TALLY = `rural_security.security_tally t join rural_security.population usual
  on usual.indicator_id = t.indicator_id and usual.id = t.population_id and usual.is_default`;

/** Units of a rule with what they hold: registered in time, neither withdrawn nor revoked, and still there. */
const HELD = `with rule as (select * from model_ward.quota_rule where id = $1),
  named as (
    select u.required, u.position, v.unit_id, v.code, v.name, v.kind from rule r
    join model_ward.quota_rule_unit u on u.rule_id = r.id
    join model_ward.register_unit_version v on v.level = u.level and v.code = u.code and v.valid @> r.map),
  held as materialized (
    select above.unit_id, count(*)::int as wards from rule r
    join model_ward.pilot_ward w on w.recorded_to is null and w.state not in ('WITHDRAWN', 'REVOKED')
      and w.registered_on <= r.deadline
    join model_ward.register_unit_version v on v.unit_id = w.ward_id and v.valid @> r.map
    cross join lateral (values (v.district_id), (v.province_id)) as above(unit_id)
    where exists (select from model_ward.register_unit_version s
      where s.unit_id = w.ward_id and s.valid @> coalesce(r.counted_on, r.deadline))
    group by above.unit_id),
  standing as (
    select n.*, coalesce(h.wards, 0) as wards, greatest(0, n.required - coalesce(h.wards, 0)) as shortfall
    from named n left join held h on h.unit_id = n.unit_id)`;

const STATEMENTS = {
  'national-overview': {
    text: `${HELD}
      select json_build_object(
        'country', (select ${STANDING} from ${TALLY} where t.unit_id = 'VN' and t.indicator_id = $2 and t.year = $3),
        'provinces', (select json_agg(json_build_object('code', v.code, 'name', v.name_vi, 'kind', v.kind,
            'standing', ${STANDING},
            'quota', case when s.unit_id is not null then json_build_object('required', s.required, 'held', s.wards,
              'shortfall', s.shortfall, 'fulfilled', s.shortfall = 0) end) order by v.code)
          from geography.unit_version v
          join ${TALLY} on t.unit_id = v.unit_id and t.indicator_id = $2 and t.year = $3
          left join standing s on s.unit_id = v.unit_id
          where v.level = 'PROVINCE' and v.parent_id = 'VN' and v.valid @> date '2025-06-30'))::text as answer`,
    values: ({ rule, indicator, year }) => [rule, indicator, year],
  },
  'province-detail': {
    text: `with province as (
        select unit_id, code, full_name_vi from geography.unit_version
        where level = 'PROVINCE' and code = $1 and valid @> date '2025-06-30')
      select json_build_object('code', p.code, 'fullName', p.full_name_vi,
        'standing', (select ${STANDING} from ${TALLY} where t.unit_id = p.unit_id and t.indicator_id = $2 and t.year = $3),
        'totalCount', (select count(*) from geography.unit_version c
          where c.province_id = p.unit_id and c.level = 'COMMUNE' and c.valid @> date '2025-06-30'),
        'communes', (select json_agg(json_build_object('code', c.code, 'fullName', c.full_name_vi, 'kind', c.kind,
            'assessment', case when c.kind = any(pop.kinds) then json_build_object('state', coalesce(a.state, 'NOT_STARTED'),
              'verdict', coalesce(a.verdict, 'UNKNOWN'), 'origin', coalesce(a.origin, 'SYNTHETIC'),
              'items', coalesce(a.item_verdicts, '{}') || array_fill('UNKNOWN'::text,
                array[greatest(0, items.count - coalesce(cardinality(a.item_verdicts), 0))])) end) order by c.code)
          from (select * from geography.unit_version where province_id = p.unit_id and level = 'COMMUNE'
            and valid @> date '2025-06-30' order by code limit $4) c
          cross join (select kinds from rural_security.population where indicator_id = $2 and is_default) pop
          cross join (select count(*)::int from rural_security.criteria_item i join rural_security.assessment_year y
            on y.indicator_id = i.indicator_id and y.criteria_version = i.criteria_version
            where y.indicator_id = $2 and y.year = $3) items
          left join rural_security.assessment a on a.unit_id = c.unit_id and a.indicator_id = $2 and a.year = $3
            and a.recorded_to is null))::text as answer
      from province p`,
    values: ({ code, indicator, year, first }) => [code, indicator, year, first],
  },
  'explain-attainment': {
    text: `select json_build_object('code', v.code, 'name', v.name_vi, 'standing', ${STANDING})::text as answer
      from geography.unit_version v join ${TALLY} on t.unit_id = v.unit_id and t.indicator_id = $2 and t.year = $3
      where v.level = 'PROVINCE' and v.code = $1 and v.valid @> date '2025-06-30'`,
    values: ({ code, indicator, year }) => [code, indicator, year],
  },
  'quota-check': {
    text: `${HELD}
      select json_build_object('rule', (select json_build_object('id', id, 'title', title_vi, 'source', source,
          'deadline', deadline, 'map', map) from rule),
        'required', sum(required), 'held', sum(wards), 'shortfall', sum(shortfall),
        'standings', json_agg(json_build_object('code', code, 'name', name, 'countedAs', kind, 'required', required,
          'held', wards, 'shortfall', shortfall, 'fulfilled', shortfall = 0) order by position))::text as answer
      from standing`,
    values: ({ rule }) => [rule],
  },
};

async function answer(name, body) {
  const { text, values } = STATEMENTS[name];
  const { rows } = await pool.query({ name, text, values: values(JSON.parse(body)) });
  return rows[0].answer;
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    answer(request.url.slice(1), body).then(
      (text) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
        response.end(text);
      },
      (error) => response.writeHead(500).end(error.message),
    );
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
