import { useState } from 'preact/hooks';
import { saveFile } from '../save-file';
import { type SignedView, unitInSentence } from '../work-view';

/** The form of the reader's own part of the country, with what is recorded already. */
export function TemplateButton({ view, step }: { readonly view: SignedView; readonly step: string }) {
  const { work, caller, question } = view;
  const [isFailed, setFailed] = useState(false);
  const unit = caller.unit?.code ?? 'VN';
  const search = new URLSearchParams({
    ...{ unit, indicator: question.indicator.id, year: String(question.year.year), step },
  });
  const save = async () => setFailed(!(await saveFile(`/forms/assessments.xlsx?${search}`, `bieu_${unit}.xlsx`)));
  return (
    <div>
      <p>
        <button type="button" class="quiet" onClick={() => void save()}>
          {work.imports.template}
        </button>{' '}
        {work.imports.templateOf(unitInSentence(view, caller.unit))}
      </p>
      <p role="status">{isFailed && work.imports.notMade}</p>
    </div>
  );
}
