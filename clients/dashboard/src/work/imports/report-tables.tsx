import { FaultText } from '../step/fault-text';
import { WorkTable } from '../work-table';
import type { WorkView } from '../work-view';
import type { ImportReport } from './send-import';

interface ReportTableProps {
  readonly view: WorkView;
  readonly report: ImportReport;
}

/** Each fault with the row and the column where it stands. */
export function FaultTable({ view, report: { faults, faultCount } }: ReportTableProps) {
  const { work, formats } = view;
  if (faults.length === 0) return null;
  const { row, column, what } = work.imports;
  return (
    <WorkTable caption={work.imports.faults(formats.count(faultCount))} headings={[row, column, what]}>
      {faults.map((fault, index) => (
        <tr key={index}>
          <td>{fault.row ?? work.imports.wholeFile}</td>
          <td>{fault.column ?? '–'}</td>
          <td>
            <FaultText view={view} fault={fault} />
          </td>
        </tr>
      ))}
    </WorkTable>
  );
}

/** Each result that is another one after the file. */
export function FlipTable({ view, report, isPreview }: ReportTableProps & { readonly isPreview: boolean }) {
  const { work, words, formats } = view;
  if (report.flips.length === 0) return null;
  const { row, unit, of, before, after, flips, flipped } = work.imports;
  const caption = (isPreview ? flips : flipped)(formats.count(report.flipCount));
  return (
    <WorkTable caption={caption} headings={[row, words.columns.code, unit, of, before, after]}>
      {report.flips.map((flip, index) => (
        <tr key={index}>
          <td>{flip.row}</td>
          <td>{flip.unitCode}</td>
          <th scope="row">{flip.unitName}</th>
          <td>{work.imports.ofs[flip.of] ?? flip.of}</td>
          <td>{words.unitVerdict[flip.before]}</td>
          <td>{words.unitVerdict[flip.after]}</td>
        </tr>
      ))}
    </WorkTable>
  );
}

/** What stands and would be gone, with nothing in its place. */
export function RemovalTable({ view, report: { removed, removedCount } }: ReportTableProps) {
  const { work, words, formats } = view;
  if (removed.length === 0) return null;
  const { row, unit, was } = work.imports;
  return (
    <WorkTable
      caption={work.imports.removed(formats.count(removedCount))}
      headings={[row, words.columns.code, unit, was]}
    >
      {removed.map((each, index) => (
        <tr key={index}>
          <td>{each.row}</td>
          <td>{each.unitCode}</td>
          <th scope="row">{each.unitName}</th>
          <td>{each.was}</td>
        </tr>
      ))}
    </WorkTable>
  );
}
