import type { Verdict } from '../../data/operations.generated';
import { Faults } from '../step/fault-text';
import type { FormFault } from '../step/form-fault';
import type { SignedView } from '../work-view';

interface WholeVerdictProps {
  readonly view: SignedView;
  readonly value: Verdict | null;
  readonly faults: readonly FormFault[];
  onChange(verdict: Verdict): void;
}

/** Of the whole, where the set of the year has no contents one by one. */
export function WholeVerdict({ view: { work, words }, view, value, faults, onChange }: WholeVerdictProps) {
  return (
    <fieldset class="item">
      <legend>{work.entry.wholeVerdict}</legend>
      <div class="choices">
        {(['MET', 'NOT_MET', 'UNKNOWN'] as const).map((verdict) => (
          <label key={verdict}>
            <input
              type="radio"
              name="whole-verdict"
              checked={value === verdict}
              aria-describedby="whole-verdict-faults"
              onChange={() => onChange(verdict)}
            />{' '}
            {words.unitVerdict[verdict]}
          </label>
        ))}
      </div>
      <Faults view={view} id="whole-verdict-faults" faults={faults} />
    </fieldset>
  );
}
