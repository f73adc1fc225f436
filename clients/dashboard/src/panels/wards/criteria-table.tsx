import type { Verdict } from '../../data/operations.generated';
import type { View } from '../../page/view';
import { UNIT_SIGNS } from '../../table/commune-columns';
import type { Criterion } from './wards-content';

/** What is missing stands first. */
const GROUPS: readonly Verdict[] = ['NOT_MET', 'UNKNOWN', 'MET'];

/** Criteria by what the appraisal found of them, what the ward says beside what the appraisal says. */
export function CriteriaTable({ view, criteria }: { readonly view: View; readonly criteria: readonly Criterion[] }) {
  const { words, formats } = view;
  if (criteria.length === 0) return <p>{words.wards.numbersOnly}</p>;
  const groups = GROUPS.map((verdict) => ({ verdict, members: criteria.filter((one) => one.verdict === verdict) }));
  return (
    <table class="criteria">
      <caption>{words.wards.criteria}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {words.wards.number}
          </th>
          <th scope="col">{words.wards.criterion}</th>
          <th scope="col">{words.columns.selfScored}</th>
          <th scope="col">{words.columns.appraised}</th>
        </tr>
      </thead>
      {groups.map(
        ({ verdict, members }) =>
          members.length > 0 && (
            <tbody key={verdict} class={`unit-${verdict.toLowerCase()}`}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {words.unitVerdict[verdict]} ({formats.count(members.length)})
                </th>
              </tr>
              {members.map((criterion) => (
                <CriterionRow key={criterion.number} view={view} criterion={criterion} />
              ))}
            </tbody>
          ),
      )}
    </table>
  );
}

function CriterionRow({ view, criterion }: { readonly view: View; readonly criterion: Criterion }) {
  const { words } = view;
  const { number, text, selfScored, appraised } = criterion;
  return (
    <tr>
      <td class="number">{number}</td>
      <td>{text ? <span lang="vi">{text}</span> : <em>{words.unverified}</em>}</td>
      <StatementCell view={view} statement={selfScored} />
      <StatementCell view={view} statement={appraised} />
    </tr>
  );
}

interface StatementCellProps {
  readonly view: View;
  readonly statement: Criterion['appraised'];
}

function StatementCell({ view: { words }, statement }: StatementCellProps) {
  return (
    <td>
      <span class="criteria-said">
        {statement ? `${UNIT_SIGNS[statement.verdict]} ${words.unitVerdict[statement.verdict]}` : '–'}
      </span>
      {statement?.explanation && <small lang="vi"> {statement.explanation}</small>}
    </td>
  );
}
