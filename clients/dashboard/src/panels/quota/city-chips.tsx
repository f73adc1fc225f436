import type { View } from '../../page/view';
import { quotaCities } from './quota-cities';
import { QUOTA_SIGNS } from './quota-columns';
import { type QuotaCheck, quotaRows } from './quota-content';

/** The centrally run cities at a glance: what each has of what it needs, and whether all of its units have enough. */
export function CityChips({ view, check }: { readonly view: View; readonly check: QuotaCheck }) {
  const { words, formats } = view;
  const cities = quotaCities(quotaRows(check.standings));
  if (cities.length === 0) return null;
  return (
    <section aria-label={words.quota.cities}>
      <h3>{words.quota.cities}</h3>
      <ul class="city-chips">
        {cities.map(({ code, name, held, required, shortfall }) => (
          <li key={code} class={shortfall > 0 ? 'is-short' : undefined}>
            <strong>{name}</strong> {formats.count(held)}/{formats.count(required)}{' '}
            <span>
              <span aria-hidden="true">{QUOTA_SIGNS[shortfall > 0 ? 'SHORT' : 'FULFILLED']}</span>{' '}
              {shortfall > 0 ? words.quota.short(formats.count(shortfall)) : words.quotaVerdict.FULFILLED}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
