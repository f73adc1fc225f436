import { useState } from 'preact/hooks';
import { recogniseAssessmentOperation } from '../../data/operations.generated';
import { Faults } from '../step/fault-text';
import { faultsAt } from '../step/form-fault';
import { type Paper, PaperPicker } from '../step/paper-picker';
import { StepNotice } from '../step/step-notice';
import { useStep } from '../step/use-step';
import type { DeskFormProps } from './commune-desk';

/** The last step, by a paper. */
export function RecognitionForm({ view, code, desk, onDone }: DeskFormProps) {
  const { work, question } = view;
  const [paper, setPaper] = useState<Paper | null>(null);
  const step = useStep();
  if (desk.verdict !== 'MET') return <p class="notice">{work.recognition.notMet}</p>;
  const send = async (event: Event) => {
    event.preventDefault();
    if (!paper) {
      return step.refuse([{ code: 'DOCUMENT_NOT_FOUND', number: null, field: 'decisionId', message: null }]);
    }
    const input = {
      ...{ unitCode: code, indicator: question.indicator.id, year: question.year.year },
      ...{ expectedVersion: desk.version, decisionId: paper.id },
    };
    if (await step.take(recogniseAssessmentOperation, { input })) onDone('RECOGNISE');
  };
  return (
    <form class="desk-form" aria-labelledby="recognition-title" onSubmit={send}>
      <h3 id="recognition-title">{work.recognition.title}</h3>
      <PaperPicker
        view={view}
        id="decision"
        onPick={(picked) => {
          setPaper(picked);
          step.mend(null, 'decisionId');
        }}
      />
      <Faults view={view} id="decision-faults" faults={faultsAt(step.faults, null, 'decisionId')} />
      <StepNotice view={view} step={step} />
      <p class="buttons">
        <button type="submit">{work.recognition.send}</button>
      </p>
    </form>
  );
}
