import { type Actor, type AsOf, type Database, type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import { refuseUnknownYear } from '../indicator/check-year';
import type { WithinQuestion } from './within';

interface WithinRow {
  readonly stands: boolean;
  readonly name: string | null;
  /** Of the last version that is loaded; the end is null where it has none. */
  readonly heldFrom: Day | null;
  readonly heldTo: Day | null;
  readonly yearsByIndicator: Readonly<Record<string, readonly number[]>>;
  readonly itemCount: number;
}

/** Tells an empty list from a wrong question; asked for empty lists alone, it costs the others nothing. */
export class WithinCheck {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /**
   * @param needs `yearBefore`: whether the year before must be one that is assessed; `item`: a content that must be there
   * @throws SpeakingError INDICATOR_NOT_FOUND, YEAR_NOT_FOUND, UNIT_NOT_FOUND, ITEM_NOT_FOUND
   */
  async check(
    { within, indicatorId, year }: WithinQuestion,
    needs: { readonly yearBefore?: boolean; readonly item?: number | null } = {},
  ): Promise<void> {
    const { map } = this.asOf;
    const [row] = await this.database.read<WithinRow>(this.actor, FACTS, [within, map, indicatorId, year]);
    const facts = row as WithinRow;
    refuseUnknownYear({ indicatorId, year }, facts.yearsByIndicator);
    if (needs.yearBefore) refuseUnknownYear({ indicatorId, year: year - 1 }, facts.yearsByIndicator);
    if (!facts.stands) throw new SpeakingError('UNIT_NOT_FOUND', unitMissing(within, map, facts));
    if (needs.item != null && (needs.item < 1 || needs.item > facts.itemCount)) {
      const known = facts.itemCount > 0 ? `1 to ${facts.itemCount}` : 'no contents one by one';
      throw new SpeakingError('ITEM_NOT_FOUND', `Content ${needs.item} is not in the set of ${year}: it has ${known}.`);
    }
  }
}

function unitMissing(within: string, map: Day, { name, heldFrom, heldTo }: WithinRow): string {
  const asked = `within: "${within.slice(0, 60)}"`;
  if (name === null) return `${asked} is the id of no unit; take the id of a unit on the map of ${map}.`;
  const held = `${heldFrom ? `from ${heldFrom} ` : ''}${heldTo ? `until ${heldTo}` : 'on'}`;
  return `${asked} is ${name}, which is not on the map of ${map}: it holds ${held}. Ask with @asOf(map:) of such a day.`;
}

const FACTS = `
  select exists (select from register_unit_version v where v.unit_id = $1 and v.valid @> $2::date) as stands,
    held.name, lower(held.valid) as "heldFrom", upper(held.valid) - 1 as "heldTo",
    (select json_object_agg(i.id, coalesce((select json_agg(k.year order by k.year) from assessment_year k
       where k.indicator_id = i.id), '[]')) from indicator i) as "yearsByIndicator",
    (select count(*)::int from criteria_item c join assessment_year y using (indicator_id, criteria_version)
     where y.indicator_id = $3 and y.year = $4) as "itemCount"
  from (select) as asked
  left join lateral (select v.name, v.valid from register_unit_version v where v.unit_id = $1
    order by lower(v.valid) desc nulls last limit 1) held on true`;
