import { type Day, dayVi, Origin, SourceStatus } from '@tieuchi/subgraph-kit';
import { QuotaCounts, QuotaExclusion } from './quota-enums';
import type { QuotaRule } from './quota-rule';

/** What a sentence about a unit is made of. */
export interface StandingInWords {
  readonly name: string;
  readonly required: number;
  readonly held: number;
  readonly origin: Origin;
}

/** What sentences about a whole check are made of. */
export interface CheckInWords {
  readonly rule: Pick<QuotaRule, 'titleVi' | 'deadline' | 'counts' | 'status' | 'words' | 'reading'>;
  readonly required: number;
  readonly held: number;
  readonly shortfall: number;
  readonly origin: Origin;
  readonly standings: readonly { readonly fulfilled: boolean }[];
}

const COUNTING: Readonly<Record<QuotaCounts, string>> = {
  REGISTERED: 'tính theo đăng ký',
  RECOGNISED: 'tính theo công nhận',
};

const REASONS: Readonly<Record<QuotaExclusion, string>> = {
  NOT_ON_RULE_MAP: 'không có trên địa giới của quy định',
  OUTSIDE_RULE: 'ngoài phạm vi quy định',
  WITHDRAWN: 'đã rút',
  REVOKED: 'đã thu hồi',
  UNIT_NO_LONGER_EXISTS: 'phường không còn',
  LATE: 'đăng ký sau hạn',
  NOT_RECOGNISED: 'chưa được công nhận',
  FOR_A_LATER_YEAR: 'được công nhận cho năm sau hạn',
  DECIDED_LATE: 'quyết định công nhận sau hạn',
  EXPIRED: 'công nhận đã hết hiệu lực',
};

/** "Thành phố Đà Nẵng: có 2, cần 3, còn thiếu 1." */
export function standingSentence({ name, required, held, origin }: StandingInWords, shortfall: number): string {
  const over = held - required;
  const result = shortfall > 0 ? `còn thiếu ${shortfall}` : over > 0 ? `đủ, vượt ${over}` : 'đủ';
  return `${markOf(origin)}${name}: có ${held}, cần ${required}, ${result}.`;
}

export function checkSentences({ rule, required, held, shortfall, origin, standings }: CheckInWords): string[] {
  const short = standings.filter(({ fulfilled }) => !fulfilled).length;
  const total = standings.length;
  const sentences = [
    `${rule.titleVi} (hạn ${dayVi(rule.deadline)}, ${COUNTING[rule.counts]}): ${total - short}/${total} địa phương đủ chỉ tiêu.`,
    short === 0
      ? `Tất cả ${total} địa phương đủ chỉ tiêu (${held}/${required} Công an phường).`
      : `Còn ${short} địa phương chưa đủ, thiếu tổng cộng ${shortfall} Công an phường.`,
  ];
  if (short > 0 && held > required) {
    sentences.push(
      `Tổng số ${held} vượt mức tối thiểu ${required} nhưng vẫn còn ${short} địa phương chưa đủ; phần vượt của nơi này không bù cho nơi khác.`,
    );
  }
  if (rule.status === SourceStatus.INFERENCE) {
    sentences.push(`Cách hiểu "${rule.words}" là ${rule.reading}; nguồn không nói rõ.`);
  }
  return sentences.map((sentence) => markOf(origin) + sentence);
}

/** "Không tính Công an phường Điện Biên: đăng ký sau hạn (15/01/2024)." */
export function exclusionSentence(ward: {
  readonly name: string;
  readonly reason: QuotaExclusion;
  readonly day: Day | null;
  readonly origin: Origin;
}): string {
  const day = ward.day === null ? '' : ` (${dayVi(ward.day)})`;
  return `${markOf(ward.origin)}Không tính Công an ${inMidSentence(ward.name)}: ${REASONS[ward.reason]}${day}.`;
}

/** "phường Điện Biên" of "Phường Điện Biên". */
function inMidSentence(fullName: string): string {
  return fullName.charAt(0).toLowerCase() + fullName.slice(1);
}

function markOf(origin: Origin): string {
  return origin === Origin.SYNTHETIC ? '[MÔ PHỎNG] ' : '';
}
