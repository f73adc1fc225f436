import type { CommuneContents } from '../data/page-content';
import type { View } from '../page/view';

type Item = CommuneContents['items'][number];
type EvidenceEntry = NonNullable<Item['appraised']>['evidence'][number];

/** The contents one by one, with what each rests on, for whoever may see them. */
export function CommuneContentsList({ view }: { readonly view: View }) {
  const { words, content } = view;
  const { contents } = content;
  return (
    <section class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">{words.commune.contents}</h2>
      {contents === null && <p>{words.commune.restricted}</p>}
      {contents?.items.length === 0 && <p>{words.commune.noItems}</p>}
      <ol>
        {contents?.items.map((item) => (
          <li key={item.number} value={item.number} class={`unit-${item.verdict.toLowerCase()}`}>
            <ContentItem view={view} item={item} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ContentItem({ view, item }: { readonly view: View; readonly item: Item }) {
  const { words, formats } = view;
  const { appraised } = item;
  return (
    <>
      <p>
        <strong>{words.unitVerdict[item.verdict]}</strong>
        {item.text && ` – ${item.text}`}
      </p>
      {appraised?.reason && <p>{words.reason[appraised.reason]}</p>}
      {appraised?.explanation && <p>{appraised.explanation}</p>}
      {appraised && appraised.measures.length > 0 && (
        <p>{appraised.measures.map(({ name, count }) => `${name}: ${formats.count(count)}`).join('; ')}</p>
      )}
      {appraised && appraised.evidence.length > 0 && (
        <ul aria-label={words.commune.evidence}>
          {appraised.evidence.map((evidence, index) => (
            <li key={index}>
              <EvidenceLine view={view} evidence={evidence} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function EvidenceLine({ view, evidence }: { readonly view: View; readonly evidence: EvidenceEntry }) {
  const { words, formats } = view;
  const { sha256, url, note, document } = evidence;
  if (document) return `${document.number} (${formats.day(document.issuedOn)}) – ${document.title}`;
  const text = note ?? (sha256 ? `${words.commune.file} ${sha256.slice(0, 12)}` : url);
  const href = sha256 ? `/evidence/${sha256}` : url;
  return href && /^(\/evidence\/|https?:)/.test(href) ? (
    <a href={href} rel="noreferrer">
      {text}
    </a>
  ) : (
    (text ?? '')
  );
}
