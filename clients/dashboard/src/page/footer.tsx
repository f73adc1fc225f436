import { chosenPlace } from './chosen-place';
import type { View } from './view';

/** Where the figures come from and how they were made; it is printed on each sheet. */
export function Footer({ view }: { readonly view: View }) {
  const { words, formats, content } = view;
  const attainment = chosenPlace(content)?.attainment;
  const origin = attainment?.origin ?? content.commune?.assessment?.origin;
  const { snapshot, answeredAt } = content;
  return (
    <footer class="sources">
      <h2>{words.footer.title}</h2>
      <dl>
        <Fact name={words.footer.origin} value={origin && words.origin[origin]} />
        <Fact name={words.footer.target} value={attainment?.target?.source} />
        <Fact
          name={words.footer.method}
          value={attainment && words.footer.methodVersion(attainment.method.id, attainment.method.version)}
        />
        <Fact
          name={words.footer.snapshot}
          value={snapshot && `${shortCode(snapshot.id)}${snapshot.provisional ? ` (${words.footer.provisional})` : ''}`}
        />
      </dl>
      <p>
        {words.footer.asked(formats.time(answeredAt), formats.dayOf(answeredAt))}
        {snapshot && `. ${words.footer.lastClosed(formats.day(snapshot.lastClosedDay))}.`}
      </p>
      <p>
        {words.footer.outlines} <a href="https://opendatacommons.org/licenses/odbl/1-0/">ODbL 1.0</a>
      </p>
      {content.isSynthetic && <p>{words.regionsAreAccidental}</p>}
    </footer>
  );
}

/** What stands at the foot of each printed sheet; nobody sees it on a screen. */
export function PrintLine({ view }: { readonly view: View }) {
  const { words, formats, content } = view;
  const { snapshot, answeredAt, isSynthetic } = content;
  const code = snapshot && `${words.footer.snapshot} ${shortCode(snapshot.id)}`;
  const asked = words.footer.asked(formats.time(answeredAt), formats.dayOf(answeredAt));
  return (
    <div class="print-line" aria-hidden="true">
      <p>
        {isSynthetic && <strong>{words.syntheticBanner} </strong>}
        {[words.product, asked, code].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null | undefined }) {
  return value ? (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;
}

/** "sha256:ab12…" as people write it down: its first twelve digits. */
export function shortCode(snapshotId: string): string {
  return snapshotId.replace('sha256:', '').slice(0, 12);
}
