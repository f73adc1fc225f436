import { useState } from 'preact/hooks';
import { saveAssessmentOperation, submitAssessmentOperation, type Verdict } from '../../data/operations.generated';
import { faultsAt } from '../step/form-fault';
import { StepNotice } from '../step/step-notice';
import { TextField } from '../step/text-field';
import type { DeskFormProps } from './commune-desk';
import { ItemsForm } from './items-form';
import { StalePanel } from './stale-panel';
import { useItemForm } from './use-item-form';
import { WholeVerdict } from './whole-verdict';

/** What a unit says of itself: saved as a draft as often as one likes, then sent. */
export function EntryForm(props: DeskFormProps) {
  const { view, data, desk } = props;
  const { work } = view;
  const form = useItemForm(props, 'selfAssessed');
  const [verdict, setVerdict] = useState<Verdict | null>(desk.selfAssessedVerdict);
  const isWhole = desk.items.length === 0;
  const { step } = form;
  const more = { enteredFor: form.enteredFor.trim() || null, ...(isWhole && { verdict }) };
  return (
    <form
      class="desk-form"
      aria-labelledby="entry-title"
      onSubmit={(event) => {
        event.preventDefault();
        void form.send('SUBMIT', submitAssessmentOperation, more);
      }}
    >
      <h3 id="entry-title">{work.entry.title}</h3>
      {form.isRestored && <p class="notice">{work.entry.kept}</p>}
      {isWhole ? (
        <WholeVerdict
          view={view}
          value={verdict}
          faults={faultsAt(step.faults, null, 'verdict')}
          onChange={setVerdict}
        />
      ) : (
        <ItemsForm view={view} data={data} form={form} isAppraisal={false} />
      )}
      {view.caller.unit?.level !== 'COMMUNE' && (
        <TextField
          view={view}
          id="entered-for"
          label={work.entry.enteredFor}
          hint={work.entry.enteredForHint}
          value={form.enteredFor}
          faults={faultsAt(step.faults, null, 'enteredFor')}
          onInput={form.changeEnteredFor}
        />
      )}
      <StepNotice view={view} step={step} />
      <StalePanel view={view} form={form} side="selfAssessed" />
      <p class="buttons">
        <button type="button" class="quiet" onClick={() => void form.send('SAVE', saveAssessmentOperation, more)}>
          {work.entry.save}
        </button>
        <button type="submit">{work.entry.submit}</button>
      </p>
    </form>
  );
}
