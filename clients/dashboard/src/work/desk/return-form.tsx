import { useState } from 'preact/hooks';
import { returnAssessmentOperation } from '../../data/operations.generated';
import { faultsAt } from '../step/form-fault';
import { StepNotice } from '../step/step-notice';
import { TextField } from '../step/text-field';
import { useStep } from '../step/use-step';
import type { DeskFormProps } from './commune-desk';

/** Sends it back with a reason, in words that the unit can act on. */
export function ReturnForm({ view, code, desk, onDone }: DeskFormProps) {
  const { work, question } = view;
  const [reason, setReason] = useState('');
  const step = useStep();
  const send = async (event: Event) => {
    event.preventDefault();
    const input = {
      ...{ unitCode: code, indicator: question.indicator.id, year: question.year.year },
      ...{ expectedVersion: desk.version, reason },
    };
    if (await step.take(returnAssessmentOperation, { input })) onDone('RETURN');
  };
  return (
    <form class="desk-form" aria-labelledby="return-title" onSubmit={send}>
      <h3 id="return-title">{work.appraisal.returnTitle}</h3>
      <TextField
        view={view}
        id="return-reason"
        label={work.appraisal.returnReason}
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
          {work.appraisal.returnSend}
        </button>
      </p>
    </form>
  );
}
