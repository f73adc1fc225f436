-- What PostGraphile shows: the product's own tables, read through views that answer on the map of 30 June 2025 and over
-- each indicator's usual population. The target is the province's own, the country's without; pace, projection and words
-- are left out.
create schema bench_peer;

create view bench_peer.province as
  select unit_id, code, kind, name_vi as name, full_name_vi as full_name
  from geography.unit_version
  where level = 'PROVINCE' and parent_id = 'VN' and valid @> date '2025-06-30';
comment on view bench_peer.province is E'@primaryKey unit_id\n@unique code';

create view bench_peer.commune as
  select unit_id, province_id, code, kind, full_name_vi as full_name
  from geography.unit_version
  where level = 'COMMUNE' and valid @> date '2025-06-30';
comment on view bench_peer.commune is
  E'@primaryKey unit_id\n@foreignKey (province_id) references bench_peer.province (unit_id)|@fieldName province|@foreignFieldName communes';

create view bench_peer.standing as
  select t.unit_id, t.indicator_id, t.year, t.met, t.not_met, t.total - t.met - t.not_met as unknown, t.total,
    trunc(100.0 * t.met / nullif(t.total, 0), 2) as rate_percent, g.percent as target_percent,
    ceil(t.total * g.percent / 100)::int as required_count,
    greatest(0, ceil(t.total * g.percent / 100)::int - t.met) as shortfall
  from rural_security.security_tally t
  join rural_security.population p on p.indicator_id = t.indicator_id and p.id = t.population_id and p.is_default
  left join lateral (
    select g.percent from rural_security.target g
    where g.indicator_id = t.indicator_id and g.year is null and g.percent is not null
      and (g.scope_level = 'COUNTRY' or t.unit_id = 'P-' || g.scope_code)
    order by g.scope_level = 'COUNTRY' limit 1) g on true;
comment on view bench_peer.standing is
  E'@primaryKey unit_id,indicator_id,year\n@foreignKey (unit_id) references bench_peer.province (unit_id)|@fieldName province|@foreignFieldName standings';

create view bench_peer.finding as
  select c.unit_id, y.indicator_id, y.year, coalesce(a.state, 'NOT_STARTED') as state,
    coalesce(a.verdict, 'UNKNOWN') as verdict, coalesce(a.origin, 'SYNTHETIC') as origin,
    coalesce(a.item_verdicts, '{}') || array_fill('UNKNOWN'::text, array[greatest(0,
      (select count(*)::int from rural_security.criteria_item i
       where i.indicator_id = y.indicator_id and i.criteria_version = y.criteria_version)
      - coalesce(cardinality(a.item_verdicts), 0))]) as items
  from geography.unit_version c
  join rural_security.population p on p.is_default and c.level = p.level and c.kind = any(p.kinds)
  join rural_security.assessment_year y on y.indicator_id = p.indicator_id
  left join rural_security.assessment a on a.unit_id = c.unit_id and a.indicator_id = y.indicator_id
    and a.year = y.year and a.recorded_to is null
  where c.valid @> date '2025-06-30';
comment on view bench_peer.finding is
  E'@primaryKey unit_id,indicator_id,year\n@foreignKey (unit_id) references bench_peer.commune (unit_id)|@fieldName commune|@foreignFieldName findings';

create view bench_peer.rule as
  select id, title_vi as title, source, deadline, map from model_ward.quota_rule;
comment on view bench_peer.rule is E'@primaryKey id';

create type bench_peer.quota_standing as (
  unit_id text, level text, code text, name text, counted_as text, required int, held int, shortfall int, fulfilled boolean);

create function bench_peer.quota_standings(rule text) returns setof bench_peer.quota_standing
language sql stable as $$
  with rule as (select * from model_ward.quota_rule where id = quota_standings.rule),
    held as materialized (
      select above.unit_id, count(*)::int as wards from rule r
      join model_ward.pilot_ward w on w.recorded_to is null and w.state not in ('WITHDRAWN', 'REVOKED')
        and w.registered_on <= r.deadline
      join model_ward.register_unit_version v on v.unit_id = w.ward_id and v.valid @> r.map
      cross join lateral (values (v.district_id), (v.province_id)) as above(unit_id)
      where exists (select from model_ward.register_unit_version s
        where s.unit_id = w.ward_id and s.valid @> coalesce(r.counted_on, r.deadline))
      group by above.unit_id)
  select v.unit_id, u.level, u.code, v.name, v.kind, u.required, coalesce(h.wards, 0),
    greatest(0, u.required - coalesce(h.wards, 0)), coalesce(h.wards, 0) >= u.required
  from rule r
  join model_ward.quota_rule_unit u on u.rule_id = r.id
  join model_ward.register_unit_version v on v.level = u.level and v.code = u.code and v.valid @> r.map
  left join held h on h.unit_id = v.unit_id
  order by u.position
$$;
comment on function bench_peer.quota_standings(text) is E'@simpleCollections only';
