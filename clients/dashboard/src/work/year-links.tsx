import { workHref } from './work-address';
import type { SignedView } from './work-view';

/** The assessment years of the indicator, each a link. */
export function YearLinks({ view: { address, question, work } }: { readonly view: SignedView }) {
  return (
    <ul class="chips" aria-label={work.year}>
      {question.indicator.years.map(({ year }) => (
        <li key={year}>
          <a
            href={workHref(address, { year, unit: null })}
            aria-current={year === question.year.year ? 'true' : undefined}
          >
            {year}
          </a>
        </li>
      ))}
    </ul>
  );
}
