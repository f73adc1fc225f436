import type { Desk } from './item-draft';
import type { WorkView } from './work-view';

interface SaidStatementProps {
  readonly view: WorkView;
  readonly title: string;
  readonly statement: Desk['items'][number]['selfAssessed'];
}

/** What was said of a content: result, reason, and what it rests on. */
export function SaidStatement({ view: { work, words, formats }, title, statement }: SaidStatementProps) {
  if (!statement) {
    return (
      <p class="said">
        {title}: {work.desk.saysNothing}
      </p>
    );
  }
  const { verdict, explanation, measures, evidence } = statement;
  const figures = measures.map(({ name, count }) => `${name}: ${formats.count(count)}`);
  const rests = evidence.map(
    ({ sha256, url, note, document }) => document?.number ?? note ?? url ?? sha256?.slice(0, 12),
  );
  return (
    <p class={`said unit-${verdict.toLowerCase()}`}>
      {title}: <strong>{words.unitVerdict[verdict]}</strong>
      {explanation && ` – ${explanation}`}
      {figures.length > 0 && ` (${figures.join('; ')})`}
      {rests.length > 0 && ` [${work.entry.evidence}: ${rests.join('; ')}]`}
    </p>
  );
}
