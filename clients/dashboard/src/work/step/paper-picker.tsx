import { useCallback, useState } from 'preact/hooks';
import { askOverHttp } from '../../data/ask-over-http';
import { type PapersQuery, papersOperation, recordPaperOperation } from '../../data/operations.generated';
import { useAnswer } from '../use-answer';
import type { SignedView } from '../work-view';
import { faultsAt } from './form-fault';
import { StepNotice } from './step-notice';
import { TextField } from './text-field';
import { useStep } from './use-step';

export type Paper = NonNullable<PapersQuery['documents']>['nodes'][number];

/** The newest ones are offered; an older one is recorded under its number again only where it is missing. */
const OFFERED = 200;

interface PaperPickerProps {
  readonly view: SignedView;
  readonly id: string;
  onPick(paper: Paper): void;
}

/** A paper of the registry, or a new one that is recorded first. It stands within other forms, so it is none itself. */
export function PaperPicker({ view, id, onPick }: PaperPickerProps) {
  const { work, formats } = view;
  const load = useCallback(() => askOverHttp(papersOperation, { text: null, first: OFFERED }), []);
  const { data } = useAnswer(load);
  const [recorded, setRecorded] = useState<readonly Paper[]>([]);
  const [chosen, setChosen] = useState('');
  const papers = [...recorded, ...(data?.documents?.nodes ?? [])];
  const pick = (paper: Paper) => {
    setChosen(paper.id);
    onPick(paper);
  };
  return (
    <div class="paper">
      <label for={id}>{work.paper.choose}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ currentTarget }) => {
          const paper = papers.find((each) => each.id === currentTarget.value);
          if (paper) pick(paper);
          else setChosen('');
        }}
      >
        <option value="">{work.paper.none}</option>
        {papers.map((paper) => (
          <option key={paper.id} value={paper.id}>
            {`${paper.number} (${formats.day(paper.issuedOn)}) – ${paper.title}`.slice(0, 110)}
          </option>
        ))}
      </select>
      {chosen === '' && (
        <NewPaper
          view={view}
          id={id}
          onRecord={(paper) => {
            setRecorded([paper, ...recorded]);
            pick(paper);
          }}
        />
      )}
    </div>
  );
}

const EMPTY = { number: '', issuedOn: '', issuer: '', title: '' };
const FIELDS = [
  ['number', 'number', 'text'],
  ['issuedOn', 'issuedOn', 'date'],
  ['issuer', 'issuer', 'text'],
  ['title', 'name', 'text'],
] as const;

interface NewPaperProps {
  readonly view: SignedView;
  readonly id: string;
  onRecord(paper: Paper): void;
}

function NewPaper({ view, id, onRecord }: NewPaperProps) {
  const { work } = view;
  const [typed, setTyped] = useState(EMPTY);
  const step = useStep();
  const record = async () => {
    const missing = FIELDS.filter(([field]) => typed[field].trim() === '');
    if (missing.length > 0) {
      return step.refuse(missing.map(([field]) => ({ code: 'BAD_USER_INPUT', number: null, field, message: null })));
    }
    const payload = await step.take(recordPaperOperation, { input: typed });
    if (payload?.document) onRecord(payload.document);
  };
  return (
    // Enter records the paper; else it would send the form that this stands in
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what its fields get
    <div
      class="new-paper"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        void record();
      }}
    >
      {FIELDS.map(([field, label, kind]) => (
        <TextField
          key={field}
          view={view}
          id={`${id}-${field}`}
          label={work.paper[label]}
          kind={kind}
          value={typed[field]}
          faults={faultsAt(step.faults, null, field)}
          onInput={(text) => {
            setTyped({ ...typed, [field]: text });
            step.mend(null, field);
          }}
        />
      ))}
      <button type="button" class="quiet" onClick={() => void record()}>
        {work.paper.add}
      </button>
      <StepNotice view={view} step={step} />
    </div>
  );
}
