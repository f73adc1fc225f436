import { chosenPlace } from '../page/chosen-place';
import { shortCode } from '../page/footer';
import type { ReportView } from './report-view';

/** At the foot of each sheet: where the figures come from, how they were made, and the code by which they are had again. */
export function SheetSources({ view }: { readonly view: ReportView }) {
  const { content, words, formats } = view;
  const { snapshot, answeredAt, isSynthetic } = content;
  const attainment = chosenPlace(content)?.attainment;
  const parts = [
    attainment && `${words.footer.origin}: ${words.origin[attainment.origin]}`,
    attainment?.target && `${words.footer.target}: ${attainment.target.source}`,
    attainment &&
      `${words.footer.method}: ${words.footer.methodVersion(attainment.method.id, attainment.method.version)}`,
    snapshot &&
      `${words.footer.snapshot}: ${shortCode(snapshot.id)}${snapshot.provisional ? ` (${words.footer.provisional})` : ''}`,
    words.footer.asked(formats.time(answeredAt), formats.dayOf(answeredAt)),
  ];
  return (
    <footer class="sheet-sources">
      <p>
        {isSynthetic && <strong>{words.syntheticBanner} </strong>}
        {parts.filter(Boolean).join(' · ')}
      </p>
    </footer>
  );
}
