/** Two years on either side of reorganisations: a tally counts the units of its own year's map. */
export const COUNTED_ON = { 2025: '2025-06-30', 2026: '2026-11-15' } as const;

/** The day on which the steps are taken; the windows of both years are open. */
export const TODAY = '2026-01-10';

export const COMMUNES = 'oracle/communes';
export const DISTRICTS = 'oracle/districts';

/**
 * A made-up programme instead of the shipped ones: communes counted in two populations that overlap, with contents one
 * by one; districts counted as a whole; and a population whose units nobody knows.
 */
export const PROGRAMME_SQL = `
  insert into programme (id, title_vi, title_en, legal_basis, content_hash) values ('oracle', 'o', 'o', '[]', '');
  insert into indicator (id, programme_id, number, title_vi, title_en, noun_vi, noun_en, last_step, position) values
    ('${COMMUNES}', 'oracle', '1', 'o', 'o', 'xã', 'communes', 'CONFIRMATION', 0),
    ('${DISTRICTS}', 'oracle', '2', 'o', 'o', 'huyện', 'districts', 'CONFIRMATION', 1);
  insert into population (indicator_id, id, level, kinds, is_default) values
    ('${COMMUNES}', 'RURAL', 'COMMUNE', '{RURAL_COMMUNE}', true),
    ('${COMMUNES}', 'ALL', 'COMMUNE', '{RURAL_COMMUNE,WARD}', false),
    ('${COMMUNES}', 'NOBODY_KNOWS', 'COMMUNE', null, false),
    ('${DISTRICTS}', 'RURAL', 'DISTRICT', '{RURAL_DISTRICT}', true);
  insert into criteria_set (indicator_id, version, status, rule) values
    ('${COMMUNES}', 'itemised', 'INFERENCE', '{"kind": "ALL_OF"}'),
    ('${DISTRICTS}', 'whole', 'INFERENCE', '{"kind": "STATED"}');
  insert into criteria_item (indicator_id, criteria_version, number, text_vi, status, evidence_policy)
    select '${COMMUNES}', 'itemised', number, 'o', 'INFERENCE', 'NONE' from generate_series(1, 2) number;
  insert into assessment_year (indicator_id, year, criteria_version, window_from, window_to, window_status, counted_on,
      counted_on_basis)
    select indicator_id, year, version, make_date(year - 1, 11, 16), make_date(year, 11, 15), 'INFERENCE',
      counted_on::date, 'o'
    from criteria_set cross join (values ${Object.entries(COUNTED_ON)
      .map(([year, day]) => `(${year}, '${day}')`)
      .join(', ')}) as counted(year, counted_on);`;
