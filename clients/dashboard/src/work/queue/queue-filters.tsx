import type { WorkQueueQuery } from '../../data/operations.generated';
import { WORK_REASONS, workHref } from '../work-address';
import type { SignedView } from '../work-view';

interface QueueFiltersProps {
  readonly view: SignedView;
  /** Null while it is not known. */
  readonly summary: WorkQueueQuery['workSummary'];
}

/** Whose work, and for which reason, each with how many units there are; and the way to a unit by its code. */
export function QueueFilters({ view, summary }: QueueFiltersProps) {
  const { address, work, words, formats } = view;
  const countOf = (reason: string) => summary?.find((one) => one.reason === reason)?.count ?? 0;
  const reasons = WORK_REASONS.filter((reason) => countOf(reason) > 0 || reason === address.reason);
  return (
    <div class="table-tools">
      <ul class="chips" aria-label={work.title}>
        {[false, true].map((all) => (
          <li key={String(all)}>
            <a href={workHref(address, { all })} aria-current={all === address.all ? 'true' : undefined}>
              {all ? work.queue.all : work.queue.mine}
            </a>
          </li>
        ))}
      </ul>
      <ul class="chips" aria-label={work.queue.summary}>
        <li>
          <a href={workHref(address, { reason: null })} aria-current={address.reason === null ? 'true' : undefined}>
            {work.queue.any}
          </a>
        </li>
        {reasons.map((reason) => (
          <li key={reason}>
            <a
              href={workHref(address, { reason, all: true })}
              aria-current={reason === address.reason ? 'true' : undefined}
            >
              {words.reason[reason]} ({formats.count(countOf(reason))})
            </a>
          </li>
        ))}
      </ul>
      <UnitForm view={view} />
    </div>
  );
}

/** A plain form: it leads to the address of the unit. */
function UnitForm({ view: { address, work } }: { readonly view: SignedView }) {
  const kept = [...new URL(workHref(address, { unit: null, reason: null, all: false }), location.href).searchParams];
  return (
    <form method="get" action="/work" class="unit-form">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>{work.queue.open}</span>
        <input name="unit" inputMode="numeric" pattern="\d{5}" required maxLength={5} size={7} />
      </label>
      <button type="submit">{work.queue.openButton}</button>
    </form>
  );
}
