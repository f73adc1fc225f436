import { useEffect, useRef } from 'preact/hooks';
import type { WorkView } from '../work-view';
import { FaultText } from './fault-text';
import type { FormFault } from './form-fault';
import type { Step } from './use-step';

interface StepNoticeProps {
  readonly view: WorkView;
  readonly step: Step;
}

/** What became of a step that was not taken: read out at once, and each fault leads to its field. */
export function StepNotice({ view, step: { phase, faults, attempts } }: StepNoticeProps) {
  const { work } = view;
  const notice = useRef<HTMLDivElement>(null);
  const isWrong = phase === 'REFUSED' || phase === 'LOST' || phase === 'SIGNED_OUT';
  useEffect(() => {
    if (isWrong) notice.current?.focus();
  }, [attempts, isWrong]);
  if (phase === 'SENDING') {
    return (
      <p class="notice" role="status">
        {work.step.sending}
      </p>
    );
  }
  if (!isWrong) return null;
  return (
    <div class="notice notice-error" role="alert" tabIndex={-1} ref={notice}>
      <p>{phase === 'REFUSED' ? work.step.refused : phase === 'LOST' ? work.step.lost : work.step.signedOut}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.number}.${fault.field}.${fault.code}`}>
              <FaultLine view={view} fault={fault} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FaultLine({ view, fault }: { readonly view: WorkView; readonly fault: FormFault }) {
  if (fault.number === null) return <FaultText view={view} fault={fault} />;
  return (
    <>
      <a href={`#item-${fault.number}`}>{view.work.entry.content(fault.number)}</a>:{' '}
      <FaultText view={view} fault={fault} />
    </>
  );
}
