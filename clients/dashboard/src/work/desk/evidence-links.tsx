import { saveFile } from '../save-file';
import type { WorkView } from '../work-view';
import type { Desk } from './item-draft';

type Statement = NonNullable<Desk['items'][number]['selfAssessed']>;

interface EvidenceLinksProps {
  readonly view: WorkView;
  readonly evidence: Statement['evidence'];
}

/** What a content rests on: files to be saved, links, and papers by their number. */
export function EvidenceLinks({ view, evidence }: EvidenceLinksProps) {
  if (evidence.length === 0) return null;
  return (
    <ul class="evidence-links" aria-label={view.work.entry.evidence}>
      {evidence.map((entry, index) => (
        <li key={index}>
          <EvidenceEntry view={view} entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceEntry({ view, entry }: { readonly view: WorkView; readonly entry: Statement['evidence'][number] }) {
  const { sha256, url, note, document } = entry;
  if (document) return <>{`${document.number} (${view.formats.day(document.issuedOn)})`}</>;
  if (sha256) {
    const name = note ?? sha256.slice(0, 12);
    return (
      <button type="button" class="quiet" onClick={() => void saveFile(`/evidence/${sha256}`, name)}>
        {name}
      </button>
    );
  }
  const isLink = url !== null && /^https?:/.test(url);
  return isLink ? (
    <a href={url} rel="noreferrer">
      {note ?? url}
    </a>
  ) : (
    note
  );
}
