import { drawInteger } from '@tieuchi/subgraph-kit';

/** The days of a registration, each `YYYY-MM-DD`, in this order. */
export interface RegistrationDays {
  readonly registeredOn: string;
  readonly selfScoredOn: string;
  readonly appraisedOn: string;
  readonly proposedOn: string;
  readonly decidedOn: string;
}

/**
 * Registered in 2023 after the plan of 4 Nov 2022 (KH 556/KH-BCA-V05), scored at the end of the year, appraised in the
 * first quarter of 2024 (as Nghệ An did on 19 Mar 2024) and decided in the second.
 */
export function drawRegistrationDays(code: string): RegistrationDays {
  return {
    registeredOn: dayBetween('2023-01-03', '2023-10-31', 'registered', code),
    selfScoredOn: dayBetween('2023-11-15', '2023-12-20', 'self-scored', code),
    appraisedOn: dayBetween('2024-01-08', '2024-03-22', 'ward-appraised', code),
    proposedOn: dayBetween('2024-03-25', '2024-04-12', 'proposed', code),
    decidedOn: dayBetween('2024-04-15', '2024-06-28', 'decided', code),
  };
}

function dayBetween(first: string, last: string, tag: string, code: string): string {
  const start = Date.parse(first) / 86_400_000;
  const end = Date.parse(last) / 86_400_000;
  return new Date(drawInteger(start, end, tag, code) * 86_400_000).toISOString().slice(0, 10);
}
