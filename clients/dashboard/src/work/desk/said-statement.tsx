import type { WorkView } from '../work-view';
import { EvidenceLinks } from './evidence-links';
import type { Desk } from './item-draft';

interface SaidStatementProps {
  readonly view: WorkView;
  readonly title: string;
  readonly statement: Desk['items'][number]['selfAssessed'];
}

/** What was said of a content: result, reason, figures, and what it rests on. */
export function SaidStatement({ view, title, statement }: SaidStatementProps) {
  const { work, words, formats } = view;
  if (!statement) {
    return (
      <p class="said">
        {title}: {work.desk.saysNothing}
      </p>
    );
  }
  const { verdict, explanation, measures, evidence } = statement;
  const figures = measures.map(({ name, count }) => `${name}: ${formats.count(count)}`);
  return (
    <div class={`said unit-${verdict.toLowerCase()}`}>
      <p>
        {title}: <strong>{words.unitVerdict[verdict]}</strong>
        {explanation && ` – ${explanation}`}
        {figures.length > 0 && ` (${figures.join('; ')})`}
      </p>
      <EvidenceLinks view={view} evidence={evidence} />
    </div>
  );
}
