/**
 * The day whose map the units of a calendar year are named on: its last day, or the programme's closing map, but not
 * before the first map that is loaded – that a province of 2019 is the one of that map is an assumption.
 */
export function countingDay(indicator: string, year: string): string {
  return `(select greatest((select min(s.day) from register_map_state s), least(g.closing_map, make_date(${year}, 12, 31)))
    from indicator i join programme g on g.id = i.programme_id where i.id = ${indicator})`;
}
