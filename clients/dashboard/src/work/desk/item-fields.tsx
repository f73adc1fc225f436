import type { Verdict } from '../../data/operations.generated';
import { Faults } from '../step/fault-text';
import { type FormFault, faultsAt } from '../step/form-fault';
import { TextField } from '../step/text-field';
import type { SignedView } from '../work-view';
import { EvidenceField } from './evidence-field';
import type { Choice, Desk, ItemDraft } from './item-draft';
import type { SetItem } from './load-desk';
import { SaidStatement } from './said-statement';

const VERDICTS: readonly Verdict[] = ['MET', 'NOT_MET', 'UNKNOWN'];

interface ItemFieldsProps {
  readonly view: SignedView;
  readonly item: Desk['items'][number];
  /** What the set asks of it; undefined where it was not answered. */
  readonly asked: SetItem | undefined;
  readonly draft: ItemDraft;
  readonly faults: readonly FormFault[];
  /** Whether it is appraised: then what the unit says stands beside it. */
  readonly isAppraisal: boolean;
  onChange(change: Partial<ItemDraft>): void;
}

/** All that is said of one content: a result, why, by which figures, and what it rests on. */
export function ItemFields(props: ItemFieldsProps) {
  const { view, item, asked, draft, faults, isAppraisal, onChange } = props;
  const { work } = view;
  const at = (field: string) => faultsAt(faults, item.number, field);
  const id = `item-${item.number}`;
  return (
    <fieldset class="item" id={id} tabIndex={-1}>
      <legend>{work.entry.content(item.number)}</legend>
      {item.text && <p>{item.text}</p>}
      {asked?.status === 'UNVERIFIED' && <p class="hint">{work.desk.unchecked}</p>}
      {isAppraisal && <SaidStatement view={view} title={work.desk.unitSays} statement={item.selfAssessed} />}
      <VerdictField {...props} />
      <Measures {...props} />
      <TextField
        view={view}
        id={`${id}-explanation`}
        label={work.entry.explanation}
        hint={draft.choice === 'NOT_MET' || draft.choice === 'UNKNOWN' ? work.entry.explanationHint : undefined}
        kind="long"
        value={draft.explanation}
        faults={at('explanation')}
        onInput={(explanation) => onChange({ explanation })}
      />
      {asked && asked.evidencePolicy !== 'NONE' && (
        <EvidenceField
          view={view}
          id={`${id}-evidence`}
          policy={asked.evidencePolicy}
          evidence={draft.evidence}
          faults={at('evidence')}
          onChange={(evidence) => onChange({ evidence })}
        />
      )}
    </fieldset>
  );
}

function VerdictField({ view, item, draft, faults, isAppraisal, onChange }: ItemFieldsProps) {
  const { work, words } = view;
  const said = words.unitVerdict[item.selfAssessed?.verdict ?? 'UNKNOWN'];
  const choices: [Choice, string][] = VERDICTS.map((verdict) => [verdict, words.unitVerdict[verdict]]);
  if (isAppraisal && draft.choice === 'SELF') choices.unshift(['SELF', work.entry.self(said)]);
  const wrong = [...faultsAt(faults, item.number, 'verdict'), ...faultsAt(faults, item.number, 'reason')];
  const id = `item-${item.number}-verdict`;
  return (
    <div class="field" role="radiogroup" aria-label={work.entry.verdict} aria-describedby={`${id}-faults`}>
      <div class="choices">
        {choices.map(([choice, label]) => (
          <label key={choice}>
            <input type="radio" name={id} checked={draft.choice === choice} onChange={() => onChange({ choice })} />{' '}
            {label}
          </label>
        ))}
      </div>
      {draft.choice === 'UNKNOWN' && (
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.hasNoYearBefore}
            onChange={({ currentTarget }) => onChange({ hasNoYearBefore: currentTarget.checked })}
          />{' '}
          {work.entry.noYearBefore}
        </label>
      )}
      <Faults view={view} id={`${id}-faults`} faults={wrong} />
    </div>
  );
}

/** The figures that the rule of the content names; they decide where they are given. */
function Measures({ view, item, asked, draft, faults, onChange }: ItemFieldsProps) {
  return (
    <>
      {(asked?.rule.measures ?? []).map((name) => (
        <TextField
          key={name}
          view={view}
          id={`item-${item.number}-measure-${name}`}
          label={`${view.work.entry.measures}: ${name}`}
          kind="number"
          value={draft.measures[name] ?? ''}
          faults={faultsAt(faults, item.number, 'measures')}
          onInput={(text) => onChange({ measures: { ...draft.measures, [name]: text } })}
        />
      ))}
    </>
  );
}
