import { chosenPlace } from '../page/chosen-place';
import type { ReportView } from './report-view';

/**
 * Where a sheet is signed. What the software made up is never signed, nor what is not known to be somebody's figures: the
 * mark stands in its place.
 */
export function Signature({ view }: { readonly view: ReportView }) {
  const { content, report, words } = view;
  const origin = chosenPlace(content)?.attainment?.origin;
  if (origin === 'SYNTHETIC') {
    return (
      <p class="sheet-unsigned">
        <strong>{words.syntheticBanner}</strong> {report.signature.refused}
      </p>
    );
  }
  if (origin === undefined) return <p class="sheet-unsigned">{report.signature.unknown}</p>;
  const { title, place, author, authorHow, head, headHow } = report.signature;
  return (
    <table class="sheet-signature" aria-label={title}>
      <tbody>
        <tr>
          <td />
          <td>{place}</td>
        </tr>
        <tr>
          <td>
            <strong>{author}</strong>
          </td>
          <td>
            <strong>{head}</strong>
          </td>
        </tr>
        <tr class="sheet-hand">
          <td>{authorHow}</td>
          <td>{headHow}</td>
        </tr>
      </tbody>
    </table>
  );
}
