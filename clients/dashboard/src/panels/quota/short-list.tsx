import type { View } from '../../page/view';
import type { QuotaCheck, QuotaExclusion } from './quota-content';

interface ShortListProps {
  readonly view: View;
  readonly check: QuotaCheck;
  readonly excluded: readonly QuotaExclusion[] | null;
}

/** The units that are short: what each has and needs, and why wards of it do not count. */
export function ShortList({ view, check, excluded }: ShortListProps) {
  const { words } = view;
  const short = check.standings.filter(({ shortfall }) => shortfall > 0);
  return (
    <section aria-label={words.quota.shortList}>
      <h3>{words.quota.shortList}</h3>
      {short.length === 0 && <p>{words.quota.noneShort}</p>}
      <ul class="short-list">
        {short.map((standing) => (
          <li key={standing.unit?.code}>
            <p lang="vi">{standing.sentence}</p>
            {excluded && <Exclusions view={view} wards={wardsUnder(excluded, standing.unit?.code)} />}
          </li>
        ))}
      </ul>
      {short.length > 0 && excluded === null && <p>{words.quota.excludedRestricted}</p>}
    </section>
  );
}

function wardsUnder(excluded: readonly QuotaExclusion[], code: string | undefined): readonly QuotaExclusion[] {
  return excluded.filter(({ under }) => under?.code === code);
}

function Exclusions({ view, wards }: { readonly view: View; readonly wards: readonly QuotaExclusion[] }) {
  const { words } = view;
  if (wards.length === 0) return <p>{words.quota.noneExcluded}</p>;
  return (
    <ul aria-label={words.quota.excluded} lang="vi">
      {wards.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
