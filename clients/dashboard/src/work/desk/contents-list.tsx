import type { SignedView } from '../work-view';
import type { Desk } from './item-draft';
import type { SetItem } from './load-desk';
import { SaidStatement } from './said-statement';

interface ContentsListProps {
  readonly view: SignedView;
  readonly desk: Desk;
  readonly items: readonly SetItem[];
}

/** The contents as they stand, for whoever has nothing to enter: what the unit says, and what was found. */
export function ContentsList({ view, desk }: ContentsListProps) {
  const { work } = view;
  if (desk.items.length === 0) return null;
  return (
    <ol class="desk-contents">
      {desk.items.map(({ number, text, selfAssessed, appraised }) => (
        <li key={number} value={number}>
          {text && <p>{text}</p>}
          <SaidStatement view={view} title={work.desk.unitSays} statement={selfAssessed} />
          {appraised && <SaidStatement view={view} title={work.appraisal.title} statement={appraised} />}
        </li>
      ))}
    </ol>
  );
}
