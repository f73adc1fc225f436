import type { View } from '../../page/view';
import type { Ward } from './wards-content';

interface DecisionLinesProps {
  readonly view: View;
  readonly ward: NonNullable<Ward['modelWard']>;
}

/** By which decisions it was recognised for which years, and by which that was taken back. */
export function DecisionLines({ view, ward: { recognitions, revocation } }: DecisionLinesProps) {
  const { words, formats } = view;
  const lineOf = (decision: { decisionNumber: string; decidedOn: string; issuer: string | null }) =>
    words.wards.decision(decision.decisionNumber, formats.day(decision.decidedOn), decision.issuer);
  if (recognitions.length === 0 && !revocation) return <p>{words.wards.noDecision}</p>;
  return (
    <ul class="drawer-decisions">
      {recognitions.map((recognition) => (
        <li key={recognition.decisionNumber}>
          {words.wards.recognised.RECOGNISED(recognition.year)}: {lineOf(recognition)}
          {recognition.revoked && ` – ${words.wardState.REVOKED}`}
        </li>
      ))}
      {revocation && (
        <li>
          {words.wardState.REVOKED}: {lineOf(revocation)}
        </li>
      )}
    </ul>
  );
}
