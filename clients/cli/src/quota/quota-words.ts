import { SYNTHETIC_MARK, writeCount, writeDay } from '../wording';
import type { QuotaReport, Standing } from './quota-report';

/** "Chỉ tiêu … (hạn 31/12/2023, tính theo đăng ký): 62/63 địa phương đủ chỉ tiêu." */
export function headline({ rule, standings, origin }: QuotaReport): string {
  const counting = rule.counts === 'RECOGNISED' ? 'tính theo công nhận' : 'tính theo đăng ký';
  const mark = origin === 'SYNTHETIC' ? SYNTHETIC_MARK : '';
  const share = `${standings.filter(({ fulfilled }) => fulfilled).length}/${standings.length}`;
  return `${mark}${rule.title} (hạn ${writeDay(rule.deadline)}, ${counting}): ${share} địa phương đủ chỉ tiêu.`;
}

/** Of the whole, with a caution where a total would hide a gap. */
export function conclusion({ standings, held, required, shortfall }: QuotaReport): string[] {
  const short = standings.filter(({ fulfilled }) => fulfilled === false).length;
  if (short === 0) return [];
  const missing = `Còn ${short} địa phương chưa đủ, thiếu tổng cộng ${writeCount(shortfall)} Công an phường.`;
  if (held <= required) return [missing];
  return [
    missing,
    `Tổng số ${writeCount(held)} vượt mức tối thiểu ${writeCount(required)} nhưng vẫn còn ${short} địa phương chưa đủ; phần vượt của nơi này không bù cho nơi khác.`,
  ];
}

/** "Đà Nẵng: có 2, cần 3, còn thiếu 1." */
export function unitSentence({ code, name, held, required, shortfall }: Standing): string {
  return `${name ?? code ?? '?'}: có ${held ?? '?'}, cần ${required ?? '?'}, còn thiếu ${shortfall ?? '?'}.`;
}

/** How the words of the source are read, where they leave it open. */
export function readingSentence({ rule }: QuotaReport): string[] {
  return rule.status === 'SOURCED' ? [] : [`Cách hiểu "${rule.words}" là ${rule.reading}; nguồn không nói rõ.`];
}

/** The last line, for people and for whoever reads only that. */
export function lastLine({ outcome, standings, shortfall }: QuotaReport): string {
  const count = (is: boolean | null) => standings.filter(({ fulfilled }) => fulfilled === is).length;
  if (outcome === 'FULFILLED') return `ĐỦ: ${count(true)}/${standings.length} địa phương`;
  if (outcome === 'SHORT') return `THIẾU: ${count(false)} địa phương, ${shortfall} Công an phường`;
  return unanswered('quy định chưa đủ căn cứ để đếm', 'Xem nguồn của quy định bằng tieuchi quota rules');
}

export function unanswered(reason: string, remedy: string): string {
  return `KHÔNG TRẢ LỜI ĐƯỢC: ${reason.replace(/\.$/, '')}. ${remedy}`;
}
