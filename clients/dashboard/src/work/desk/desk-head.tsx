import { WorkTable } from '../work-table';
import type { SignedView } from '../work-view';
import type { Desk } from './item-draft';

interface DeskHeadProps {
  readonly view: SignedView;
  readonly desk: Desk;
}

/** How far a commune has come, why it was sent back, and every step that was recorded. */
export function DeskHead({ view, desk }: DeskHeadProps) {
  const { work, words, formats } = view;
  const { state, version, reason, verdict, selfAssessedVerdict, submittedOn, submittedBy, enteredFor } = desk;
  const who = `${submittedBy ? work.desk.by(submittedBy) : ''}${enteredFor ? work.desk.for(enteredFor) : ''}`;
  return (
    <>
      <p class="verdict">
        {desk.origin === 'SYNTHETIC' && words.syntheticMark}
        {words.state[state]}
      </p>
      {state === 'RETURNED' && reason && (
        <p class="notice notice-partial">
          {work.desk.returned}: <strong>{reason}</strong>
        </p>
      )}
      <ul class="facts">
        <li>{work.desk.version(version)}</li>
        {submittedOn && <li>{work.desk.submitted(formats.day(submittedOn), who)}</li>}
        {desk.late && <li>{words.commune.late(formats.count(desk.daysLate))}</li>}
        {selfAssessedVerdict && <li>{work.desk.selfVerdict(words.unitVerdict[selfAssessedVerdict])}</li>}
        {desk.appraisedBy && <li>{work.desk.appraisedBy(desk.appraisedBy)}</li>}
        <li>
          {work.desk.verdict(words.unitVerdict[verdict])}
          {desk.decisionNumber && ` (${desk.decisionNumber})`}
        </li>
      </ul>
      {desk.history.length > 0 && <History view={view} desk={desk} />}
    </>
  );
}

function History({ view: { work, words, formats }, desk }: DeskHeadProps) {
  const { state } = work.queue;
  return (
    <details class="explanation">
      <summary>{work.desk.history}</summary>
      <WorkTable
        caption={work.desk.history}
        headings={['#', state, work.desk.recordedAt, work.session.title, work.queue.returnedFor]}
      >
        {desk.history.map((step) => (
          <tr key={step.version}>
            <td>{step.version}</td>
            <td>{words.state[step.state]}</td>
            <td>
              {formats.time(step.recordedFrom)} {formats.dayOf(step.recordedFrom)}
            </td>
            <td>{step.recordedBy ?? '–'}</td>
            <td>{step.reason ?? ''}</td>
          </tr>
        ))}
      </WorkTable>
    </details>
  );
}
