import type { View } from '../page/view';
import { reportHref } from './report-href';

/** From the view of a province to its sheet, which asks the same. */
export function ReportLink({ view }: { readonly view: View }) {
  if (view.content.question?.level !== 'PROVINCE') return null;
  return (
    <p class="report-link">
      <a href={reportHref(view)}>{view.words.reportLink}</a>
    </p>
  );
}
