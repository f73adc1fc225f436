import { returnAssessmentOperation } from '../../data/operations.generated';
import { ReasonForm } from '../step/reason-form';
import type { DeskFormProps } from './commune-desk';

/** Sends it back with a reason, in words that the unit can act on. */
export function ReturnForm({ view, code, desk, onDone }: DeskFormProps) {
  const { work, question } = view;
  const { appraisal } = work;
  return (
    <ReasonForm
      view={view}
      id="return"
      title={appraisal.returnTitle}
      label={appraisal.returnReason}
      send={appraisal.returnSend}
      take={async (step, reason) => {
        const input = {
          ...{ unitCode: code, indicator: question.indicator.id, year: question.year.year },
          ...{ expectedVersion: desk.version, reason },
        };
        if (await step.take(returnAssessmentOperation, { input })) onDone('RETURN');
      }}
    />
  );
}
