import { workHref } from '../work-address';
import type { SignedView } from '../work-view';

/** For whoever has the whole country: a plain form that leads to the books of a province. */
export function ProvinceForm({ view: { address, content, work, words } }: { readonly view: SignedView }) {
  const kept = [...new URL(workHref(address, { province: null }), location.href).searchParams];
  return (
    <form method="get" action="/work" class="unit-form">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>{work.books.choose}</span>
        <select name="province">
          <option value="">{words.filters.country}</option>
          {content.provinces.map(({ code, name }) => (
            <option key={code} value={code} selected={code === address.province}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{work.show}</button>
    </form>
  );
}
