import { useState } from 'preact/hooks';
import { appraiseAssessmentOperation, type Verdict } from '../../data/operations.generated';
import { faultsAt } from '../step/form-fault';
import { StepNotice } from '../step/step-notice';
import type { DeskFormProps } from './commune-desk';
import { ItemsForm } from './items-form';
import { StalePanel } from './stale-panel';
import { useItemForm } from './use-item-form';
import { WholeVerdict } from './whole-verdict';

/** What the appraisal finds, content by content; what the unit says is taken over where nothing else is chosen. */
export function AppraisalForm(props: DeskFormProps) {
  const { view, data, desk } = props;
  const { work } = view;
  const form = useItemForm(props, 'appraised');
  const [verdict, setVerdict] = useState<Verdict | null>(desk.selfAssessedVerdict);
  const isWhole = desk.items.length === 0;
  const isFirst = form.desk.state === 'SUBMITTED';
  const { step } = form;
  return (
    <form
      class="desk-form"
      aria-labelledby="appraisal-title"
      onSubmit={(event) => {
        event.preventDefault();
        const more = { acceptSelfAssessed: isFirst, ...(isWhole && { verdict }) };
        void form.send('APPRAISE', appraiseAssessmentOperation, more);
      }}
    >
      <h3 id="appraisal-title">{isFirst ? work.appraisal.title : work.appraisal.correct}</h3>
      {form.isRestored && <p class="notice">{work.entry.kept}</p>}
      {isWhole ? (
        <WholeVerdict
          view={view}
          value={verdict}
          faults={faultsAt(step.faults, null, 'verdict')}
          onChange={setVerdict}
        />
      ) : (
        <ItemsForm view={view} data={data} form={form} isAppraisal />
      )}
      <StepNotice view={view} step={step} />
      <StalePanel view={view} form={form} side="appraised" />
      <p class="buttons">
        <button type="submit">{work.appraisal.send}</button>
      </p>
    </form>
  );
}
