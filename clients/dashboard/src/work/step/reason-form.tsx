import { useState } from 'preact/hooks';
import type { WorkView } from '../work-view';
import { faultsAt } from './form-fault';
import { StepNotice } from './step-notice';
import { TextField } from './text-field';
import { useStep } from './use-step';

export interface ReasonFormProps {
  readonly view: WorkView;
  /** Of its heading and its field; each once on a page. */
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly send: string;
  /** Takes the step with the reason that was typed. */
  take(step: ReturnType<typeof useStep>, reason: string): Promise<void>;
}

/** A step that takes nothing but a reason, such as sending something back. */
export function ReasonForm({ view, id, title, label, send, take }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const step = useStep();
  return (
    <form
      class="desk-form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void take(step, reason);
      }}
    >
      <h3 id={`${id}-title`}>{title}</h3>
      <TextField
        view={view}
        id={`${id}-reason`}
        label={label}
        kind="long"
        value={reason}
        faults={faultsAt(step.faults, null, 'reason')}
        onInput={(text) => {
          setReason(text);
          step.mend(null, 'reason');
        }}
      />
      <StepNotice view={view} step={step} />
      <p class="buttons">
        <button type="submit" class="quiet">
          {send}
        </button>
      </p>
    </form>
  );
}
