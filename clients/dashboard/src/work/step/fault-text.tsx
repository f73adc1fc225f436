import type { WorkView } from '../work-view';
import type { FormFault } from './form-fault';

interface FaultTextProps {
  readonly view: WorkView;
  readonly fault: Pick<FormFault, 'code' | 'message'>;
}

/** What is wrong in the reader's language; the API's own words, which are English, stand beside the Vietnamese ones. */
export function FaultText({ view: { address, work }, fault: { code, message } }: FaultTextProps) {
  const words = work.fault[code];
  if (!words || (address.language === 'en' && message)) return message ?? code;
  return (
    <>
      {words}{' '}
      {message && (
        <small lang="en" class="fault-detail">
          {message}
        </small>
      )}
    </>
  );
}

interface FaultsProps extends Omit<FaultTextProps, 'fault'> {
  readonly id: string;
  readonly faults: readonly FormFault[];
}

/** Under a field, which names it by `aria-describedby`. */
export function Faults({ view, id, faults }: FaultsProps) {
  return (
    <div id={id} class="field-faults">
      {faults.map((fault) => (
        <p key={fault.code}>
          <FaultText view={view} fault={fault} />
        </p>
      ))}
    </div>
  );
}
