import { READINGS } from '../../address/address';
import { FIRST_DAY_OF_34, offeredMapDays } from '../../page/map-days';
import { hrefTo, type View } from '../../page/view';
import type { Arranged } from '../../table/arrange';
import { PanelTable } from '../panel-table';
import { QUOTA_FILTERS, quotaColumns } from './quota-columns';
import { type QuotaCheck, type QuotaContent, type QuotaRow, quotaRows } from './quota-content';

interface QuotaReadingsProps {
  readonly view: View;
  readonly panel: QuotaContent;
  readonly check: QuotaCheck;
}

/** Both readings of the map in a line each, and the units of the one that is chosen. */
export function QuotaReadings({ view, panel, check }: QuotaReadingsProps) {
  const { words, formats, address } = view;
  const { carried } = check;
  const hidden = check.shortfall - carried.shortfall;
  const days = { own: check.rule.map, carried: carried.map };
  return (
    <section aria-label={words.quota.readingsTitle} id="readings">
      <h3>{words.quota.readingsTitle}</h3>
      <ul class="quota-readings">
        {READINGS.map((reading) => (
          <li key={reading}>
            <a
              href={hrefTo(view, { reading, sort: null, find: '', only: null })}
              aria-current={reading === address.reading ? 'true' : undefined}
            >
              {words.readings[reading]}
            </a>{' '}
            – {words.mapShort(formats.day(days[reading]))}: {lineOf(view, reading === 'own' ? check : carried)}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p>{words.quota.hidden(formats.count(hidden))}</p>}
      {carried.unplaced > 0 && <p>{words.quota.unplaced(formats.count(carried.unplaced))}</p>}
      <QuotaTable view={view} panel={panel} check={check} />
    </section>
  );
}

function lineOf({ words, formats }: View, reading: QuotaCheck | QuotaCheck['carried']): string {
  const { standings, held, required, shortfall } = reading;
  const fulfilled = standings.filter((standing) => standing.shortfall === 0).length;
  const [some, all] = [formats.count(fulfilled), formats.count(standings.length)];
  return words.quota.carriedLine(some, all, formats.count(held), formats.count(required), formats.count(shortfall));
}

function QuotaTable({ view, panel, check }: QuotaReadingsProps) {
  const { words, address } = view;
  const rows = quotaRows(address.reading === 'own' ? check.standings : check.carried.standings);
  return (
    <PanelTable
      view={view}
      caption={words.table.caption(words.quota.standings, words.readings[address.reading])}
      columns={quotaColumns(rows)}
      filters={QUOTA_FILTERS}
      rows={rows}
      leadsTo={({ code }) => ({ ...TO_WARDS, place: code, map: mapOfUnits(view, check) })}
      fileHref={(arranged, format) => quotaFileHref(view, panel, check, arranged, rows.length, format)}
    />
  );
}

const TO_WARDS = { tab: 'wards', sort: null, find: '', only: null } as const;

/** Codes of a rule's own units are looked up on the map before its provinces were joined. */
function mapOfUnits({ address, content }: View, { carried }: QuotaCheck): string | null {
  if (address.reading === 'carried') return carried.map;
  const { question } = content;
  return question && question.map >= FIRST_DAY_OF_34 ? (offeredMapDays(question)[0] ?? null) : address.map;
}

/** The file of exactly these rows in this order; null where there are none. */
function quotaFileHref(
  { content, address }: View,
  { ruleId }: QuotaContent,
  { carried }: QuotaCheck,
  { fitting, sort }: Arranged<QuotaRow>,
  all: number,
  format: 'csv' | 'xlsx',
): string | null {
  if (fitting.length === 0) return null;
  const parameters = new URLSearchParams({ rule: ruleId });
  if (address.reading === 'carried') parameters.set('map', carried.map);
  const knownOn = content.question?.knownOn;
  if (knownOn) parameters.set('knownOn', knownOn);
  if (sort || fitting.length < all) parameters.set('rows', fitting.map(({ code }) => code).join(','));
  const name = address.reading === 'own' ? 'quota-check' : 'quota-carried';
  return `/export/${name}.${format}?${parameters.toString().replaceAll('%2C', ',')}`;
}
