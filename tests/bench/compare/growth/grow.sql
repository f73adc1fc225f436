-- The country with $FACTOR times its communes, in a database of the bench's own: provinces and districts stay, each commune
-- of 30 June 2025 gets copies beside itself, under codes that no real unit has. Triggers are off: nothing here is a write of
-- somebody's. Of 2025 only copies from the tenth on have a result: what is before them is for the import, which takes codes
-- of five digits; there are as many free ones as nine copies of the rural communes need.
set session_replication_role = replica;

create temporary table free_code as
  select lpad(i::text, 5, '0') as code, row_number() over (order by i) as place
  from generate_series(1, 99999) as i
  where not exists (select from geography.unit u where u.level = 'COMMUNE' and u.code = lpad(i::text, 5, '0'));

create temporary table copied as
  select v.*, coalesce(f.code, v.code || lpad(v.n::text, 2, '0')) as copy_code, v.unit_id || '~' || v.n as copy_id
  from (select u.*, n, u.kind = 'RURAL_COMMUNE' and n < 10 as for_import,
          row_number() over (partition by u.kind = 'RURAL_COMMUNE' and n < 10 order by u.code, n) as place
        from geography.unit_version u cross join generate_series(1, $FACTOR - 1) as n
        where u.level = 'COMMUNE' and u.valid @> date '2025-06-30') as v
  left join free_code f on v.for_import and f.place = v.place;

insert into geography.unit (id, level, code, life)
  select copy_id, level, copy_code, life from copied;

insert into geography.unit_version (unit_id, level, code, kind, name_vi, name_en, full_name_vi, full_name_en, printed_name,
    parent_id, district_id, province_id, region_vi, valid, life)
  select copy_id, level, copy_code, kind, name_vi, name_en, full_name_vi, full_name_en, printed_name,
    parent_id, district_id, province_id, region_vi, valid, life
  from copied;

insert into rural_security.register_unit_version (unit_id, level, code, kind, name, district_id, province_id, valid)
  select c.copy_id, r.level, c.copy_code, r.kind, r.name, r.district_id, r.province_id, r.valid
  from copied c join rural_security.register_unit_version r on r.unit_id = c.unit_id and r.valid = c.valid;

insert into model_ward.register_unit_version (unit_id, level, code, kind, name, district_id, province_id, valid)
  select c.copy_id, r.level, c.copy_code, r.kind, r.name, r.district_id, r.province_id, r.valid
  from copied c join model_ward.register_unit_version r on r.unit_id = c.unit_id and r.valid = c.valid;

create temporary table result as
  select * from rural_security.assessment
  where indicator_id = 'ntm-2021-2025/19.2' and year = 2025 and recorded_to is null;

delete from rural_security.assessment where indicator_id = 'ntm-2021-2025/19.2' and year = 2025;

insert into rural_security.assessment (unit_id, indicator_id, year, state, verdict, unknown_reason, self_verdict,
    item_verdicts, submitted_on, appraised_on, confirmed_on, late, decision_number, origin, recorded_by, recorded_from,
    version, self_items, appraised_items, submitted_by, entered_for, appraised_by, reason, decision_id)
  select c.copy_id, a.indicator_id, a.year, a.state, a.verdict, a.unknown_reason, a.self_verdict,
    a.item_verdicts, a.submitted_on, a.appraised_on, a.confirmed_on, a.late, a.decision_number, a.origin, a.recorded_by,
    a.recorded_from, 1, a.self_items, a.appraised_items, a.submitted_by, a.entered_for, a.appraised_by, a.reason,
    a.decision_id
  from copied c join result a on a.unit_id = c.unit_id
  where c.n >= 10;

-- tallies as a recount would find them
update rural_security.security_tally set
  total = total * $FACTOR,
  met = met * counted, not_met = not_met * counted, in_draft = in_draft * counted,
  awaiting_appraisal = awaiting_appraisal * counted, returned = returned * counted, item_unknown = item_unknown * counted,
  no_comparable_year = no_comparable_year * counted, self_assessed_met = self_assessed_met * counted
from (select u.indicator_id, u.year, case when u.indicator_id = 'ntm-2021-2025/19.2' and u.year = 2025
        then greatest(0, $FACTOR - 10) else $FACTOR end as counted
      from rural_security.assessment_year u) as scaled
where scaled.indicator_id = security_tally.indicator_id and scaled.year = security_tally.year;

drop table copied, result, free_code;
set session_replication_role = origin;
