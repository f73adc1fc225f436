import { useState } from 'preact/hooks';
import type { EvidencePolicy } from '../../data/operations.generated';
import { Faults } from '../step/fault-text';
import type { FormFault } from '../step/form-fault';
import { type Paper, PaperPicker } from '../step/paper-picker';
import type { SignedView } from '../work-view';
import type { EvidenceDraft } from './item-draft';
import { sendEvidence } from './send-evidence';

interface EvidenceFieldProps {
  readonly view: SignedView;
  readonly id: string;
  readonly policy: EvidencePolicy;
  readonly evidence: readonly EvidenceDraft[];
  readonly faults: readonly FormFault[];
  onChange(evidence: readonly EvidenceDraft[]): void;
}

const NO_REFERENCE = { sha256: null, url: null, documentId: null, note: null };

/** Files and papers that a content rests on. A file is sent at once, and named by its hash. */
export function EvidenceField({ view, id, policy, evidence, faults, onChange }: EvidenceFieldProps) {
  const { work } = view;
  const [status, setStatus] = useState<'IDLE' | 'SENDING'>('IDLE');
  // papers are asked for where somebody looks for one
  const [isChoosing, setIsChoosing] = useState(false);
  const [fault, setFault] = useState<FormFault | null>(null);
  const sendFile = async (file: File | undefined) => {
    if (!file) return;
    setStatus('SENDING');
    setFault(null);
    const sent = await sendEvidence(file);
    setStatus('IDLE');
    if ('sha256' in sent) {
      onChange([...evidence, { ...NO_REFERENCE, sha256: sent.sha256, note: file.name, label: file.name }]);
    } else setFault({ ...sent, number: null, field: null });
  };
  const addPaper = ({ id: documentId, number }: Paper) =>
    onChange([...evidence, { ...NO_REFERENCE, documentId, label: number }]);
  return (
    <div class="field evidence">
      <p class="label">{work.entry.evidence}</p>
      <EvidenceList view={view} evidence={evidence} onChange={onChange} />
      {policy !== 'REFERENCE_ONLY' && (
        <>
          <label class="file">
            <span>{work.entry.addFile}</span>
            <input
              type="file"
              aria-describedby={`${id}-faults`}
              onChange={({ currentTarget }) => void sendFile(currentTarget.files?.[0])}
            />
          </label>
          <p class="hint">{work.entry.fileHint}</p>
        </>
      )}
      <p role="status">{status === 'SENDING' && work.entry.uploading}</p>
      <details onToggle={({ currentTarget }) => setIsChoosing(currentTarget.open)}>
        <summary>{work.entry.addPaper}</summary>
        {isChoosing && <PaperPicker view={view} id={`${id}-paper`} onPick={addPaper} />}
      </details>
      <Faults view={view} id={`${id}-faults`} faults={[...faults, ...(fault ? [fault] : [])]} />
    </div>
  );
}

function EvidenceList({
  view: { work },
  evidence,
  onChange,
}: Pick<EvidenceFieldProps, 'view' | 'evidence' | 'onChange'>) {
  if (evidence.length === 0) return null;
  return (
    <ul>
      {evidence.map((entry, index) => (
        <li key={index}>
          {entry.label}{' '}
          <button
            type="button"
            class="quiet"
            aria-label={work.entry.remove(entry.label)}
            onClick={() => onChange(evidence.filter((_, other) => other !== index))}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
