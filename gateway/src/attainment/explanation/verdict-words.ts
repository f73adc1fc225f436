import type { Attainment } from '../attainment';
import type { AttainmentVerdict } from '../verdict';

interface Words {
  readonly vi: string;
  readonly en: string;
}

const WORDS: Readonly<Record<AttainmentVerdict | 'MISSED', Words>> = {
  ATTAINED: { vi: 'Đạt mục tiêu', en: 'Target attained' },
  NOT_ATTAINED: { vi: 'Chưa đạt mục tiêu', en: 'Target not attained yet' },
  MISSED: { vi: 'Không đạt mục tiêu', en: 'Target missed' },
  UNDECIDED: { vi: 'Chưa kết luận được (thiếu số liệu)', en: 'Undecided: results are missing' },
  NO_DATA: { vi: 'Chưa có số liệu', en: 'No results yet' },
  NO_TARGET: { vi: 'Chưa giao mục tiêu', en: 'No target is set' },
  NOT_APPLICABLE: { vi: 'Không thuộc phạm vi tính', en: 'Outside the population' },
};

/** Label of a verdict; before and after the due day "not attained" is said differently. */
export function verdictWords({ verdict, duePassed }: Attainment): Words {
  return WORDS[verdict === 'NOT_ATTAINED' && duePassed ? 'MISSED' : verdict];
}
