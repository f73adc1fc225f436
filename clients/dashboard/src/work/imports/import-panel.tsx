import { useState } from 'preact/hooks';
import type { SignedView } from '../work-view';
import { ImportResult } from './import-result';
import { TemplateButton } from './template-button';
import { useImport } from './use-import';

const STEPS: Partial<Record<SignedView['caller']['role'], readonly string[]>> = {
  COMMUNE_OFFICER: ['SUBMIT', 'SAVE'],
  APPRAISER: ['APPRAISE', 'SUBMIT', 'SAVE'],
};

/** A file of many communes: looked at first, then recorded, all of its rows or none. */
export function ImportPanel({ view }: { readonly view: SignedView }) {
  const { work, caller, question } = view;
  const steps = STEPS[caller.role];
  const [step, setStep] = useState(steps?.[0] ?? '');
  const [file, setFile] = useState<File | null>(null);
  const run = useImport();
  if (!steps) return <p class="notice">{work.imports.notAllowed}</p>;
  const preview = (event: Event) => {
    event.preventDefault();
    if (file) void run.preview(file, { step, indicator: question.indicator.id, year: question.year.year });
  };
  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title">{work.imports.title}</h2>
      <TemplateButton view={view} step={step} />
      <form class="import-form" onSubmit={preview}>
        <label>
          <span>{work.imports.step}</span>
          <select
            value={step}
            onChange={({ currentTarget }) => {
              setStep(currentTarget.value);
              run.reset();
            }}
          >
            {steps.map((each) => (
              <option key={each} value={each}>
                {work.imports.steps[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{work.imports.file}</span>
          <input
            type="file"
            accept=".csv,.xlsx"
            required
            onChange={({ currentTarget }) => {
              setFile(currentTarget.files?.[0] ?? null);
              run.reset();
            }}
          />
        </label>
        <button type="submit">{work.imports.preview}</button>
      </form>
      <ImportResult view={view} run={run} />
    </section>
  );
}
