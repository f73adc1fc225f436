import type { WorkView } from '../work-view';
import { Faults } from './fault-text';
import type { FormFault } from './form-fault';

interface TextFieldProps {
  readonly view: WorkView;
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly faults: readonly FormFault[];
  readonly kind?: 'text' | 'long' | 'date' | 'number';
  onInput(value: string): void;
}

/** A field with its label, its hint and what is wrong with it. */
export function TextField({ view, id, label, hint, value, faults, kind = 'text', onInput }: TextFieldProps) {
  const shared = {
    id,
    value,
    'aria-invalid': faults.length > 0,
    'aria-describedby': `${id}-note`,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind === 'long' ? <textarea rows={2} {...shared} /> : <input type={kind as 'text'} min={0} {...shared} />}
      <div id={`${id}-note`}>
        {hint && <p class="hint">{hint}</p>}
        <Faults view={view} id={`${id}-faults`} faults={faults} />
      </div>
    </div>
  );
}
