import { WorkTable } from '../work-table';
import type { SignedView } from '../work-view';
import { type Desk, draftsOf, draftWith, type ItemDraft, type Side } from './item-draft';
import type { ItemForm } from './use-item-form';

interface StalePanelProps {
  readonly view: SignedView;
  readonly form: ItemForm;
  readonly side: Side;
}

/** A lost update: what the other wrote beside what is typed here, and the two ways on. */
export function StalePanel({ view, form, side }: StalePanelProps) {
  const { work } = view;
  const { newer } = form;
  if (!newer) return null;
  const before = draftsOf(form.desk, side);
  const rows = draftsOf(newer, side).filter((draft) => isOther(draft, draftWith(before, draft.number)));
  return (
    <section class="stale" aria-labelledby="stale-title">
      <h3 id="stale-title">{work.stale.title}</h3>
      <p>{whoWrote(view, newer)}</p>
      {rows.length === 0 ? (
        <p>{work.stale.same}</p>
      ) : (
        <WorkTable caption={work.stale.title} headings={[work.stale.content, work.stale.theirs, work.stale.mine]}>
          {rows.map((theirs) => (
            <tr key={theirs.number}>
              <th scope="row">{theirs.number}</th>
              <td>{textOf(view, theirs)}</td>
              <td>{textOf(view, draftWith(form.drafts, theirs.number))}</td>
            </tr>
          ))}
        </WorkTable>
      )}
      <p class="buttons">
        <button type="button" onClick={form.keepOwn}>
          {work.stale.keep}
        </button>
        <button type="button" class="quiet" onClick={form.dropOwn}>
          {work.stale.drop}
        </button>
      </p>
    </section>
  );
}

function whoWrote({ work, words, formats }: SignedView, { history }: Desk): string {
  const last = history.at(-1);
  if (!last) return work.stale.somebody;
  const { recordedBy, recordedFrom, state } = last;
  const who = recordedBy ?? work.stale.somebody;
  return work.stale.who(who, formats.time(recordedFrom), formats.dayOf(recordedFrom), words.state[state]);
}

function textOf({ work, words }: SignedView, draft: ItemDraft | undefined): string {
  if (!draft?.choice || draft.choice === 'SELF') return work.stale.nothing;
  const text = draft.explanation === '' ? '' : ` – ${draft.explanation}`;
  return `${words.unitVerdict[draft.choice]}${text}`;
}

function isOther(draft: ItemDraft, before: ItemDraft | undefined): boolean {
  return JSON.stringify(draft) !== JSON.stringify(before);
}
